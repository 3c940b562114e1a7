import pg from "pg";

/** How many statements `work` sends to the database of this process. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const client = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const send = client.query;
  let sent = 0;
  client.query = function (...given) {
    sent++;
    return send.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = send;
  }
  return sent;
}
