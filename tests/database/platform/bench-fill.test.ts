import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { connect, db, disconnect } from "@/lib/platform/db";
import { openDatabase } from "@/lib/platform/database-pool";
import { fill } from "@/tests/bench/fill";
import { makeEmbeddedIn } from "@/tests/support/database";

test("the database that speed is measured on can be filled as the schema is now", async () => {
  process.env.HOST ??= "127.0.0.1";
  const DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "npq-review-fill-"));
  try {
    await makeEmbeddedIn(DATA_DIR);
    const { roundtableId, typists } = await fill({ DATA_DIR }, 30);
    connect(await openDatabase({ DATA_DIR, DATABASE_POOL: 2, DATABASE_URL: undefined }));
    expect(await db().contribution.count({ where: { roundtableId } })).toBe(30);
    expect(await db().finding.count()).toBeGreaterThan(0);
    expect(typists.length).toBeGreaterThan(0);
  } finally {
    await disconnect();
    await rm(DATA_DIR, { recursive: true, force: true });
  }
});
