import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { pool } from "@/lib/platform/db";

/** Every column of every table, of any type, that contains the words; bytes are searched too. */
export async function placesOf(words: string): Promise<string[]> {
  const { rows } = await pool().query<{
    place: string;
    table_name: string;
    columns: string[];
    sought: string;
  }>(
    `SELECT format('%I.%I', table_schema, table_name) AS place, table_name,
       array_agg(column_name::text ORDER BY ordinal_position) AS columns,
       string_agg(format('coalesce(bool_or(%s ILIKE $1), false)',
         format(CASE data_type WHEN 'bytea' THEN 'encode(%I, ''escape'')' ELSE '%I::text' END, column_name)),
         ', ' ORDER BY ordinal_position) AS sought
     FROM information_schema.columns WHERE table_schema IN ('public', 'ledger')
     GROUP BY table_schema, table_name ORDER BY table_schema, table_name`,
  );
  const places: string[] = [];
  // A query for each table: one for each column takes several times as long.
  for (const { place, table_name, columns, sought } of rows) {
    const text = `SELECT ${sought} FROM ${place}`;
    const found = await pool().query<boolean[]>({ text, values: [`%${words}%`], rowMode: "array" });
    places.push(...columns.filter((_, at) => found.rows[0]?.[at]).map((name) => `${table_name}.${name}`));
  }
  return places;
}

/** The files of a folder, at any depth, whose bytes contain the words, plain or compressed. */
export async function filesWith(folder: string, words: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const bytes = await readFile(name);
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (plain.toString("latin1").toLowerCase().includes(words)) holding.push(path.relative(folder, name));
  }
  return holding;
}
