import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { openServer, overEmbedded } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";

/** A migrated database to copy: a file for the embedded one, or a template on the server. */
type Template = { kind: "embedded"; file: string } | { kind: "postgresql"; url: string; name: string };

declare module "vitest" {
  export interface ProvidedContext {
    template: Template;
  }
}

type Made = { template: Template; remove: () => Promise<unknown> };

/** Vitest loads this module again for each project: what the projects of a run share is kept beside it. */
const ofThisRun = globalThis as { testTemplate?: { made: Promise<Made>; users: number } };

/** Migrates one database in each run; every test file then works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE === "postgresql" ? process.env.TEST_DATABASE_URL : undefined;
  const shared = (ofThisRun.testTemplate ??= { made: url ? onServer(url) : embedded(), users: 0 });
  shared.users++;
  const { template, remove } = await shared.made;
  project.provide("template", template);
  return async () => {
    if (--shared.users > 0) return;
    delete ofThisRun.testTemplate;
    await remove();
  };
}

async function embedded(): Promise<Made> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-template-"));
  const file = path.join(folder, "template.tar");
  const source = await Embedded.open({});
  const database = overEmbedded(source);
  await migrate(database.pool);
  await writeFile(file, await source.dump());
  await database.close();
  return { template: { kind: "embedded", file }, remove: () => rm(folder, { recursive: true }) };
}

async function onServer(url: string): Promise<Made> {
  // Others may run their tests on the same server.
  const name = `npq_template_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const database = openServer(withDatabase(url, name), 2);
  await migrate(database.pool);
  await database.close();
  const remove = async () => {
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  };
  return { template: { kind: "postgresql", url, name }, remove };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
