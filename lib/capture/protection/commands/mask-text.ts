import { contributionEdited } from "@/lib/capture/contribution/contribution-events";
import type { Tx } from "@/lib/platform/db";
import { maskedJson } from "../json-text";
import {
  isMasked,
  maskedText,
  traceKey,
  tracesIn,
  type Choice,
  type Found,
  type Marks,
  type Sought,
} from "../trace";
import { typedColumns } from "../queries/search-text";
import { keyOf, lockRows, textRows, type Column, type TextRow, type Whose } from "../queries/text-rows";

export type Masking = {
  whose: Whose;
  sought: Sought;
  marks: Marks;
  /** null where nobody decides: what is proposed is masked. */
  choice: Choice | null;
};

/** How many texts lost something, and what was found and left, as "table.column id". */
export type Masked = { masked: number; left: string[] };

/** An erasure reads and writes in one transaction; retention reads outside, and writes each page in its own. */
export type Clients = { read: Tx; within: (work: (tx: Tx) => Promise<void>) => Promise<void> };

/** Removes what other people's texts hold of them, in every column that people type into. */
export async function maskText({ read, within }: Clients, masking: Masking): Promise<Masked> {
  const result: Masked = { masked: 0, left: [] };
  for (const column of await typedColumns(read))
    for (const keys of await keysHolding(read, column, masking))
      await within((tx) => maskRows(tx, column, masking, keys, result));
  return result;
}

/** The keys of the rows that hold something, as many as are changed at once. */
async function keysHolding(tx: Tx, column: Column, { whose, sought }: Masking): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const rows of textRows(tx, column, whose)) {
    const keys = rows
      .filter(({ text, original }) => tracesIn(text, original, sought).length > 0)
      .map(({ key }) => key);
    if (keys.length > 0) pages.push(keys);
  }
  return pages;
}

type Change = { row: TextRow; value: unknown };

async function maskRows(
  tx: Tx,
  column: Column,
  { whose, sought, marks, choice }: Masking,
  keys: readonly string[],
  result: Masked,
): Promise<void> {
  const changes: Change[] = [];
  // Somebody may have changed them since they were read.
  for (const row of await lockRows(tx, column, whose, keys)) {
    const found = tracesIn(row.text, row.original, sought);
    const going = found.filter((one) =>
      isMasked({ key: traceKey(column.what, row.owner, one), proposed: one.proposed }, choice),
    );
    if (going.length < found.length) result.left.push(`${column.table}.${column.name} ${row.key}`);
    if (going.length > 0) changes.push({ row, value: maskedValue(row, column, going, marks) });
  }
  result.masked += changes.length;
  await store(tx, column, changes);
  if (column.table === "contribution") await afterMasking(tx, whose.reviewId, changes);
}

function maskedValue(row: TextRow, { json, max }: Column, found: readonly Found[], marks: Marks): unknown {
  return json ? maskedJson(row.value, json, found, marks) : maskedText(row.text, found, marks, max);
}

async function store(tx: Tx, column: Column, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { table, name, json, whole, also } = column;
  const set = [`"${name}" = ${whole ?? "v.value"}`, ...(also ? [also] : [])].join(", ");
  await tx.$executeRawUnsafe(
    `UPDATE "${table}" t SET ${set}
     FROM jsonb_to_recordset($1::jsonb) AS v(key ${column.key ? "text" : "uuid"}, value ${json ? "jsonb" : "text"})
     WHERE ${keyOf(column)} = v.key`,
    JSON.stringify(changes.map(({ row, value }) => ({ key: row.key, value }))),
  );
}

/** Ranges of a contribution's words move with them, and it has to be cleared again. */
async function afterMasking(tx: Tx, reviewId: string, changes: readonly Change[]): Promise<void> {
  const ids = changes.map(({ row }) => row.key);
  await tx.clearance.updateMany({
    where: { contributionId: { in: ids }, until: null },
    data: { until: new Date() },
  });
  const authors = await tx.contribution.findMany({
    where: { id: { in: ids } },
    select: { id: true, text: true, recordedById: true },
  });
  const before = new Map(changes.map(({ row }) => [row.key, row.text]));
  for (const { id: contributionId, text: after, recordedById: byId } of authors)
    await contributionEdited.run(tx, {
      reviewId,
      contributionId,
      before: before.get(contributionId) ?? "",
      after,
      byId,
    });
}
