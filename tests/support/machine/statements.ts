import { z } from "zod";

/** What starts a server that counts its statements: for NODE_OPTIONS. */
export const COUNTING = `--import ${new URL("count-statements.mjs", import.meta.url).href}`;

async function statementsSoFar(url: string): Promise<number> {
  return z.number().parse(await (await fetch(`${url}/statements`)).json());
}

/** The fewest statements that `once` sent in a few times: what else the server did meanwhile only adds to them. */
export async function fewestStatements(
  url: string,
  once: () => Promise<unknown>,
  times = 3,
): Promise<number> {
  let fewest = Infinity;
  for (let time = 0; time < times; time++) {
    const before = await statementsSoFar(url);
    await once();
    fewest = Math.min(fewest, (await statementsSoFar(url)) - before);
  }
  return fewest;
}
