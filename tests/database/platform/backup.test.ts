import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { createSession } from "@/lib/access/sign-in/sessions";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { backUp } from "@/lib/platform/backup/backup";
import { controlHandler } from "@/lib/platform/backup/control";
import { askHolder, takeLock } from "@/lib/platform/embedded/lock";
import { db, pool } from "@/lib/platform/db";
import { restore } from "@/lib/platform/backup/restore";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let folder: string;
beforeAll(async () => {
  registerStages();
  folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-backup-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every row of every table that a backup holds, to compare before with after. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
     AND table_name NOT IN ('job', 'session', 'rate_bucket', 'heartbeat', 'verification_token', '_prisma_migrations')
     AND table_name NOT LIKE 'kept\\_%'`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of rows) {
    const content = await pool().query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
    );
    all[name] = content.rows.map(({ row }) => row).sort();
  }
  return all;
}

async function makeStory() {
  const {
    participant,
    contribution: line,
    theme,
  } = await makeScene({
    participant: { attributes: { role: "SENCO", phase: "Primary" } },
    contribution: { text: 'Quotes " and \\ and 👩‍🏫 and\nline ends', verbatim: true },
    theme: {},
  });
  await makeTagging(line, theme, "ask");
  await makeFinding(theme, [line]);
  return { participant };
}

test("a restore brings back every row as it was, and what was done since is gone", async () => {
  await makeStory();
  const before = await everything();
  const file = path.join(folder, "one.backup");
  const written = await backUp(file, "plain");
  await makeStory();
  expect((await restore(file)).rows).toBe(written);
  const after = await everything();
  // Each review's audit log says that it was restored, and when the backup was made.
  const added = after.audit_entry?.filter((row) => !before.audit_entry?.includes(row)) ?? [];
  expect(added).toHaveLength(await db().review.count());
  expect(added.join()).toContain('"action":"database.restore"');
  expect(added.join()).toContain('"by": "command line"');
  expect({ ...after, audit_entry: before.audit_entry }).toEqual(before);
});

test("a backup holds no session, and a restore ends those that are open", async () => {
  const user = await db().user.findFirstOrThrow();
  const { token } = await createSession(db(), user.id);
  const file = path.join(folder, "two.backup");
  await backUp(file, "plain");
  expect(gunzipSync(await readFile(file)).toString()).not.toContain(token);
  await restore(file);
  expect(await db().session.count()).toBe(0);
});

test("the words of somebody who was erased since do not come back", async () => {
  const review = await makeReview();
  const roundtable = await makeRoundtable(review);
  const participant = await makeParticipant(review, roundtable, { name: "Sentinel Name" });
  await makeContribution(roundtable, { participant, text: "sentinel words" });
  const file = path.join(folder, "erased.backup");
  await backUp(file, "plain");
  await erasePerson(await makeMember(review, "lead"), { personId: participant.personId });
  await restore(file);
  expect(JSON.stringify(await everything())).not.toMatch(/sentinel/i);
  expect(
    await db().contribution.count({ where: { participantId: participant.id, NOT: { erasedAt: null } } }),
  ).toBe(1);
});

test("an encrypted backup is restored by its key, and a wrong one changes nothing", async () => {
  await makeStory();
  const file = path.join(folder, "encrypted.backup");
  const identity = await generateIdentity();
  await backUp(file, { recipient: await identityToRecipient(identity) });
  expect((await readFile(file)).subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  await makeStory();
  const after = await everything();
  await expect(restore(file, { identity: await generateIdentity() })).rejects.toThrow("Nothing was changed");
  await expect(restore(file)).rejects.toThrow("Set BACKUP_IDENTITY");
  const cut = path.join(folder, "cut.backup");
  await writeFile(cut, (await readFile(file)).subarray(0, -40));
  await expect(restore(cut, { identity })).rejects.toThrow("damaged or was cut");
  expect(await everything()).toEqual(after);
  await restore(file, { identity });
  expect(await db().review.count()).toBe((after.review?.length ?? 0) - 1);
});

test("whoever holds the embedded database backs up and restores for another process, with that one's keys", async () => {
  const lock = await takeLock(folder, controlHandler);
  const ask = async (request: unknown) => (await askHolder(folder, JSON.stringify(request)))?.toString();
  const file = path.join(folder, "asked.backup");
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  expect(await ask({ verb: "backup", file, protection: { recipient } })).toMatch(
    /^ok Wrote .* rows, encrypted: /,
  );
  expect(await ask({ verb: "restore", file, keys: {} })).toMatch(/^This backup is encrypted/);
  expect(await ask({ verb: "restore", file, keys: { identity } })).toMatch(/^ok Restored .* rows: /);
  expect(await ask({ verb: "backup", file })).not.toMatch(/^ok/);
  // At the command line, which asks the holder too.
  const verb = ["--import", "tsx", "prisma/database.ts", "backup"];
  const environment = { ...process.env, DATA_DIR: folder, DATABASE_URL: "", BACKUP_RECIPIENT: "" };
  const plain = await promisify(execFile)(process.execPath, [...verb, "--plain", file], { env: environment });
  expect(plain.stderr).toMatch(/^Warning: this file is not encrypted\./);
  expect(plain.stdout).toMatch(/^Wrote .* rows, unencrypted: /);
  await lock.release();
});

test("a file that is not a backup, of another version or cut short changes nothing", async () => {
  const file = path.join(folder, "four.backup");
  await backUp(file, "plain");
  const before = await everything();
  const text = gunzipSync(await readFile(file)).toString();
  const bad: [string, Buffer][] = [
    ["none", gzipSync('{"hello":1}\n')],
    ["other version", gzipSync(text.replace(/"migrations":\["/, '"migrations":["0'))],
    ["not gzip", Buffer.from("words")],
    ["cut short", gzipSync(text).subarray(0, 2000)],
    ["a row of nobody's", gzipSync(`${text}#tagging\n{"id":"0190a000-0000-7000-8000-000000000001"}\n`)],
  ];
  for (const [name, bytes] of bad) {
    const broken = path.join(folder, name);
    await writeFile(broken, bytes);
    await expect(restore(broken), name).rejects.toThrow();
  }
  expect(await everything()).toEqual(before);
});
