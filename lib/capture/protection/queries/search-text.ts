import { ACCESS_TEXT } from "@/lib/access/text-columns";
import type { Tx } from "@/lib/platform/db";
import { PLATFORM_TEXT, type TextColumns } from "@/lib/platform/text-columns";
import { REVIEW_TEXT } from "@/lib/review/settings/text-columns";
import { textDeclared } from "../protection-events";
import { CAPTURE_TEXT } from "../text-columns";
import { around, traceKey, tracesIn, type Sought, type Trace } from "../trace";
import { textRows, type Column, type TextRow, type Whose } from "./text-rows";

/** Every column that can hold text, and what it holds: of this stage, of those it builds on, and of later ones. */
export async function readTextColumns(tx: Tx): Promise<TextColumns> {
  const later = await textDeclared.run(tx, null);
  const own = [PLATFORM_TEXT, ACCESS_TEXT, REVIEW_TEXT, CAPTURE_TEXT];
  return Object.fromEntries([...own, ...later].flatMap((columns) => Object.entries(columns)));
}

/** The columns that people type into. */
export async function typedColumns(tx: Tx): Promise<Column[]> {
  return Object.entries(await readTextColumns(tx)).flatMap(([place, column]) => {
    const [table, name] = place.split(".");
    return column.holds === "typed" && table && name ? [{ ...column, table, name }] : [];
  });
}

/** Traces that are shown to be decided on one by one. More are handled as proposed. */
const MAX_TRACES = 500;

/** What other people's texts hold of them. Changes nothing. */
export async function searchText(
  tx: Tx,
  whose: Whose,
  sought: Sought,
): Promise<{ traces: Trace[]; more: number }> {
  const traces = new Map<string, Trace>();
  let more = 0;
  for (const column of await typedColumns(tx))
    for await (const rows of textRows(tx, column, whose))
      for (const row of rows)
        for (const trace of tracesOf(row, column, sought)) {
          const known = traces.get(trace.key);
          if (known) known.times++;
          else if (traces.size < MAX_TRACES) traces.set(trace.key, trace);
          else more++;
        }
  return { traces: [...traces.values()], more };
}

function tracesOf(row: TextRow, { what }: Column, sought: Sought): Trace[] {
  return tracesIn(row.text, row.original, sought).map((found) => ({
    key: traceKey(what, row.owner, found),
    kind: found.kind,
    what,
    owner: row.owner,
    page: row.page,
    words: found.words,
    ...(row.unseen ? { before: "", after: "" } : around(row.text, found)),
    proposed: found.proposed,
    times: 1,
  }));
}
