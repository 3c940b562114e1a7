/**
 * `npm run db:migration -- <name>`: writes the SQL for what changed in schema.prisma since the last
 * migration.
 * `prisma migrate dev` needs an engine that is not on npm; its WebAssembly build computes the same SQL from
 * two schemas. `migrations/schema.prisma` is the schema as of the last migration.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";

import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { overEmbedded } from "@/lib/platform/database-pool";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

const SCHEMA = path.join("prisma", "schema.prisma");
const SNAPSHOT = path.join("prisma", "migrations", "schema.prisma");

async function loadEngine() {
  const wasm = fileURLToPath(
    new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    "./schema_engine_bg.js": engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") Reflect.apply(start, undefined, []);
  // The engine only asks its database for its version: an empty one in memory is enough.
  const { pool, close } = overEmbedded(await Embedded.open({}));
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  return { engine: await engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter), close };
}

async function main(name: string | undefined) {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error(
      "Give the migration a name of lower-case words joined by _, such as: npm run db:migration -- add_holds",
    );
  }
  const [before, after] = await Promise.all([
    readFile(SNAPSHOT, "utf8").catch(() => null),
    readFile(SCHEMA, "utf8"),
  ]);
  const target = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: SCHEMA, content }],
  });
  const { engine, close } = await loadEngine();
  const { stdout } = await engine.diff({
    from: before === null ? { tag: "empty" } : target(before),
    to: target(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await close();
  if (!stdout || stdout.includes("This is an empty migration")) {
    console.log("The schema has not changed since the last migration: nothing written.");
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma", "migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), stdout);
  await writeFile(SNAPSHOT, after);
  console.log(
    `Wrote ${path.join(folder, "migration.sql")}. Read it, add checks and partial indexes by hand, commit it.`,
  );
}

await main(process.argv[2]);
