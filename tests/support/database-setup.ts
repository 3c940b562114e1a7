import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { openServer, overEmbedded } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated database to copy: a file for the embedded one, or a template on the server. */
    template: { kind: "embedded"; file: string } | { kind: "postgresql"; url: string; name: string };
  }
}

/** Migrates one database; every test file then works on a copy of its own. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE === "postgresql" ? process.env.TEST_DATABASE_URL : undefined;
  return url ? onServer(project, url) : embedded(project);
}

async function embedded(project: TestProject) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-template-"));
  const file = path.join(folder, "template.tar");
  const source = await Embedded.open({});
  const database = overEmbedded(source);
  await migrate(database.pool);
  await writeFile(file, await source.dump());
  await database.close();
  project.provide("template", { kind: "embedded", file });
  return () => rm(folder, { recursive: true });
}

async function onServer(project: TestProject, url: string) {
  // Each project of one run has a template of its own.
  const name = `npq_template_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const database = openServer(withDatabase(url, name), 2);
  await migrate(database.pool);
  await database.close();
  project.provide("template", { kind: "postgresql", url, name });
  return async () => {
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
