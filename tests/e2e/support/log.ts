import { randomUUID } from "node:crypto";
import { cookieOf, expect, prepared, url, type Role } from "../test";

/** Logs a contribution at the demonstration's roundtable that is in session, as somebody's browser sends it. */
export async function log(who: Role, text: string): Promise<void> {
  const { users, subjects } = prepared();
  const now = new Date().toISOString();
  const record = {
    do: "record",
    id: randomUUID(),
    roundtableId: subjects.roundtableId,
    sequence: 1,
    saidAt: now,
  };
  const answer = await fetch(`${url()}/api/capture/v1/operations`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url(), cookie: cookieOf(who) },
    body: JSON.stringify({
      version: 1,
      asUserId: users[who],
      sentAt: now,
      operations: [{ ...record, source: "unidentified", wording: "gist", text }],
    }),
  });
  expect(await answer.json()).toMatchObject({ results: [{ outcome: "saved" }] });
}
