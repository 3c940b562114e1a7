import { beforeAll, describe, expect, test } from "vitest";
import { readTextColumns, typedColumns } from "@/lib/capture/protection/queries/search-text";
import { db, pool } from "@/lib/platform/db";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import { TYPING } from "@/tests/support/typed-text";

openTestDatabase();
beforeAll(() => registerStages());

/** Every column of the migrated database that can hold text: text, JSON, lists of text, bytes. */
async function columnsOfText(): Promise<string[]> {
  const { rows } = await pool().query<{ place: string }>(
    `SELECT c.table_name || '.' || c.column_name AS place
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE'
       AND c.table_name <> '_prisma_migrations'
       AND (c.data_type IN ('text', 'character varying', 'character', 'name', 'json', 'jsonb', 'xml', 'bytea', 'tsvector')
         OR c.data_type = 'ARRAY' AND c.udt_name IN ('_text', '_varchar', '_bpchar', '_json', '_jsonb', '_bytea'))`,
  );
  return rows.map(({ place }) => place).sort();
}

const declaredColumns = async () => Object.keys(await readTextColumns(db())).sort();

describe("every column that can hold text says what it holds", () => {
  test("and no column is declared that is not there", async () => {
    expect(await declaredColumns()).toEqual(await columnsOfText());
  });

  test.each(["text", "jsonb", "text[]"])("a new column of %s is missed until it does", async (type) => {
    await pool().query(`ALTER TABLE finding ADD COLUMN remark ${type}`);
    const undeclared = (await columnsOfText()).filter((place) => place.includes("remark"));
    await pool().query("ALTER TABLE finding DROP COLUMN remark");
    expect(undeclared).toEqual(["finding.remark"]);
    expect(await declaredColumns()).not.toContain("finding.remark");
  });

  test("every one that people type into has a sentinel in the tests of erasure and retention", async () => {
    const typed = (await typedColumns(db())).map(({ table, name }) => `${table}.${name}`);
    expect(Object.keys(TYPING).sort()).toEqual(typed.sort());
  });
});
