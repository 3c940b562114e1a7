import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { pool } from "@/lib/platform/db";

/** Every column of every table, of any type, that contains the words; bytes are searched too. */
export async function placesOf(words: string): Promise<string[]> {
  const { rows } = await pool().query<Record<"place" | "table_name" | "column_name" | "data_type", string>>(
    `SELECT format('%I.%I', table_schema, table_name) AS place, table_name, column_name, data_type
     FROM information_schema.columns WHERE table_schema IN ('public', 'ledger')`,
  );
  const places: string[] = [];
  for (const { place, table_name, column_name, data_type } of rows) {
    const text = data_type === "bytea" ? `encode("${column_name}", 'escape')` : `"${column_name}"::text`;
    const found = await pool().query(`SELECT 1 FROM ${place} WHERE ${text} ILIKE $1 LIMIT 1`, [`%${words}%`]);
    if (found.rowCount) places.push(`${table_name}.${column_name}`);
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
