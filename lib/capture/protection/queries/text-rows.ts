import type { Tx } from "@/lib/platform/db";
import type { TypedText } from "@/lib/platform/text-columns";
import { textOfJson } from "../json-text";

/** Whose traces are sought, and which rows are left alone because they go, or are kept, as a whole. */
export type Whose = {
  reviewId: string;
  contributionIds: readonly string[];
  participantIds: readonly string[];
  userIds: readonly string[];
  /** Participants whose own words a hold keeps. */
  keptIds: readonly string[];
};

/** A column with its place in the database. */
export type Column = TypedText & { table: string; name: string };

export type TextRow = {
  key: string;
  owner: string;
  page: string | null;
  value: unknown;
  text: string;
  original: boolean;
  unseen: boolean;
};

type StoredRow = Omit<TextRow, "text">;

const ROWS_AT_ONCE = 500;

/** The rows of a column that may hold something of them, a page at a time, in the order of their keys. */
export async function* textRows(tx: Tx, column: Column, whose: Whose): AsyncGenerator<TextRow[]> {
  let after = column.key ? "" : "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.$queryRawUnsafe<StoredRow[]>(
      bound(`${selectOf(column)} AND ${keyOf(column)} > $6::${column.key ? "text" : "uuid"}
        ORDER BY ${keyOf(column)} LIMIT ${ROWS_AT_ONCE}`),
      ...parameters(whose),
      after,
    );
    yield rows.map((row) => withText(row, column));
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.key ?? after;
  }
}

/** The same rows again, locked until the end of the transaction. */
export async function lockRows(
  tx: Tx,
  column: Column,
  whose: Whose,
  keys: readonly string[],
): Promise<TextRow[]> {
  const rows = await tx.$queryRawUnsafe<StoredRow[]>(
    bound(`${selectOf(column)} AND ${keyOf(column)}::text = ANY($6::text[]) FOR UPDATE OF t`),
    ...parameters(whose),
    keys,
  );
  return rows.map((row) => withText(row, column));
}

const withText = (row: StoredRow, { json }: Column): TextRow => ({
  ...row,
  text: json ? textOfJson(row.value, json) : String(row.value),
});

export const keyOf = ({ key }: Pick<TypedText, "key">) => key ?? "t.id";

/** Every name in it is a constant of the code. */
function selectOf({
  table,
  name,
  join,
  inReview,
  owner,
  page,
  except,
  original,
  unseen,
  ...column
}: Column): string {
  return `SELECT ${keyOf(column)}::text AS key, (${owner ?? keyOf(column)})::text AS owner, ${page ?? "NULL"} AS page,
      t."${name}" AS value, coalesce(${original ?? "false"}, false) AS original, ${unseen ?? "false"} AS unseen
    FROM "${table}" t ${join ?? ""}
    WHERE (${inReview}) AND (${except ?? "false"}) IS NOT TRUE AND t."${name}" IS NOT NULL
      AND t."${name}"::text <> ''
      AND num_nulls(:review, :contributions, :participants, :users, :kept) = 0`;
}

const PLACEHOLDERS: Record<string, string> = {
  ":review": "$1::uuid",
  ":contributions": "$2::uuid[]",
  ":participants": "$3::uuid[]",
  ":users": "$4::uuid[]",
  ":kept": "$5::uuid[]",
};

/** PostgreSQL numbers its parameters. A cast (`::text`) is no placeholder. */
function bound(sql: string): string {
  return sql.replace(/(?<!:):[a-z]+/g, (name) => PLACEHOLDERS[name] ?? name);
}

const parameters = ({ reviewId, contributionIds, participantIds, userIds, keptIds }: Whose) => [
  reviewId,
  [...contributionIds],
  [...participantIds],
  [...userIds],
  [...keptIds],
];
