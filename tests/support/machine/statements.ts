import { z } from "zod";

/** What starts a server that counts its statements: for NODE_OPTIONS. */
export const COUNTING = `--import ${new URL("count-statements.mjs", import.meta.url).href}`;

async function statementsSoFar(url: string): Promise<number> {
  return z.number().parse(await (await fetch(`${url}/statements`)).json());
}

const TIMES = 3;
/** On a busy computer a page takes so long that jobs fall into each of a few tries. */
const MAX_TIMES = 20;

/**
 * The fewest statements that `once` sent in a few times: what else the server did meanwhile only adds to them. Where it is
 * told what is few `enough`, it stops there, and goes on for longer while they are more.
 */
export async function fewestStatements(
  url: string,
  once: () => Promise<unknown>,
  enough?: number,
): Promise<number> {
  let fewest = Infinity;
  const times = enough === undefined ? TIMES : MAX_TIMES;
  for (let time = 0; time < times && (enough === undefined || fewest > enough); time++) {
    const before = await statementsSoFar(url);
    await once();
    fewest = Math.min(fewest, (await statementsSoFar(url)) - before);
  }
  return fewest;
}
