import { z } from "zod";

/** What starts a server that counts its statements: for NODE_OPTIONS. */
export const COUNTING = `--import ${new URL("count-statements.mjs", import.meta.url).href}`;

async function statementsSoFar(url: string): Promise<number> {
  return z.number().parse(await (await fetch(`${url}/statements`)).json());
}

const TIMES = 3;
/** On a busy computer a page takes so long that jobs fall into each of a few tries. */
const MOST_TIMES = 20;

/**
 * The fewest statements that `once` sent in a few times: what else the server did meanwhile only adds to them. Goes on for
 * longer while they are more than `enough`.
 */
export async function fewestStatements(
  url: string,
  once: () => Promise<unknown>,
  enough = Infinity,
): Promise<number> {
  let fewest = Infinity;
  for (let time = 0; time < TIMES || (fewest > enough && time < MOST_TIMES); time++) {
    const before = await statementsSoFar(url);
    await once();
    fewest = Math.min(fewest, (await statementsSoFar(url)) - before);
  }
  return fewest;
}
