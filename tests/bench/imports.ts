import { setTimeout as wait } from "node:timers/promises";
import { formFields, postForm } from "@/tests/support/form";

type Target = { url: string; roundtableId: string; cookie: string };

const SPEAKERS = 50;

/** A file with this many rows by fifty speakers, with contributions of usual length. */
function fileOf(rows: number): Blob {
  const contributions = Array.from(
    { length: rows },
    (_, n) =>
      `"Row ${n}: more time for mentors, and a course that fits a school of its size.",Speaker ${n % SPEAKERS},`,
  );
  return new Blob([["text,speaker,question", ...contributions].join("\n")], { type: "text/csv" });
}

/**
 * Imports a file as a facilitator does, page by page; returns the seconds for sending and reading it, plus
 * those for importing it. Time spent on the pages in between is the facilitator's own.
 */
export async function importRows(target: Target, rows: number): Promise<number> {
  const { url, cookie, roundtableId } = target;
  const body = new FormData();
  body.set("file", fileOf(rows), "rows.csv");
  const sent = performance.now();
  const answer = await fetch(`${url}/api/import?roundtable=${roundtableId}`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { cookie },
  });
  const address = url + (answer.headers.get("location") ?? "");
  if (answer.status !== 303) throw new Error(`The file was refused: ${await answer.text()}`);
  const read = performance.now() - sent;
  const columns = formFields(await pageOf(address, cookie), "wording");
  for (const [name, value] of Object.entries({ "column-0": "text", "column-1": "speaker", wording: "gist" }))
    columns.set(name, value);
  await postForm(address, cookie, columns);
  const speakers = formFields(await pageOf(`${address}/speakers`, cookie), "importId");
  for (let n = 0; n < SPEAKERS; n++) speakers.set(`speaker-${n}`, "new");
  await postForm(`${address}/speakers`, cookie, speakers);
  const check = await pageOf(`${address}/check`, cookie);
  const began = performance.now();
  await postForm(`${address}/check`, cookie, formFields(check, "importId"));
  const done = `${rows.toLocaleString("en-GB")} contributions imported`;
  while (!(await pageOf(address, cookie)).includes(done)) await wait(250);
  return (read + performance.now() - began) / 1000;
}

async function pageOf(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie }, redirect: "follow" });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return html;
}
