import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { connect, db, disconnect, pool } from "@/lib/platform/db";
import { Embedded } from "@/lib/platform/embedded/embedded";
import { runNextJob } from "@/lib/platform/jobs";
import { overEmbedded } from "@/lib/platform/database-pool";
import { registerStages } from "@/register-stages";
import { makeEmbeddedIn } from "@/tests/support/database";
import { filesWith } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

const SENTINEL = "koalasentinel";
let folder: string;

beforeAll(async () => {
  process.env.HOST ??= "127.0.0.1";
  process.env.LOG_LEVEL ??= "silent";
  folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-forget-"));
  await makeEmbeddedIn(folder);
  connect(overEmbedded(await Embedded.open({ dataDir: path.join(folder, "postgresql") })));
  registerStages();
});

afterAll(async () => {
  await disconnect();
  await rm(folder, { recursive: true });
});

test("no stored file of the embedded database holds the words or the name of somebody erased", async () => {
  const {
    lead,
    participant,
    contributions: [, kept],
  } = await makeScene({
    members: ["lead"],
    participant: { name: `${SENTINEL} name` },
    contributions: [
      { text: `Said ${SENTINEL} words` },
      { text: "Said by somebody else", source: "unidentified" },
    ],
  });
  await pool().query("CHECKPOINT");
  expect((await filesWith(folder, SENTINEL)).length).toBeGreaterThan(0);
  await erasePerson(lead, { personId: participant.personId });
  while (await runNextJob());
  expect(await filesWith(folder, SENTINEL)).toEqual([]);
  expect((await db().contribution.findUniqueOrThrow({ where: { id: kept.id } })).text).toBe(
    "Said by somebody else",
  );
});
