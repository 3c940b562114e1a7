import { expect, test } from "vitest";
import { audit } from "@/lib/platform/audit/audit";
import { firstBrokenEntry, chainAuditEntries } from "@/lib/platform/audit/audit-chain";
import { db, pool } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { countStatements } from "@/tests/support/machine/sent-statements";
import { makeUser } from "@/tests/support/worlds/factories";

openTestDatabase();

async function write(count: number) {
  const user = await makeUser();
  for (let i = 0; i < count; i++) {
    await audit(db(), {
      reviewId: null,
      actorId: user.id,
      action: "block.edit",
      subjectType: "user",
      subjectId: user.id,
      detail: { i },
    });
  }
}

test("entries are chained in batches, once, and the chain verifies", async () => {
  await write(7);
  expect(await chainAuditEntries()).toBe(7);
  await write(2);
  expect(await chainAuditEntries()).toBe(2);
  expect(await chainAuditEntries()).toBe(0);
  expect(await firstBrokenEntry(db())).toBeNull();
});

test("a chained entry refuses to be changed or deleted", async () => {
  const entry = await db().auditEntry.findFirstOrThrow({ where: { position: 3 } });
  await expect(
    db().auditEntry.update({ where: { id: entry.id }, data: { action: "other" } }),
  ).rejects.toThrow(/immutable/);
  await expect(db().auditEntry.delete({ where: { id: entry.id } })).rejects.toThrow(/immutable/);
});

test("detail may be erased and the chain still verifies", async () => {
  await db().auditEntry.updateMany({ where: { position: 2 }, data: { detail: {}, salt: null } });
  expect(await firstBrokenEntry(db())).toBeNull();
});

test("entries of the earlier format verify, between those of today's", async () => {
  const fields = `gen_random_uuid(), 'block.edit', 'user', '{"i": 1}', '\\x00', sha256('detail as it was written')`;
  await pool().query(
    `INSERT INTO audit_entry (id, action, subject_type, detail, salt, digest) VALUES (${fields})`,
  );
  await chainAuditEntries();
  await write(1);
  await chainAuditEntries();
  expect(
    (await db().auditEntry.findMany({ orderBy: { position: "asc" } })).map(({ format }) => format),
  ).toEqual([...Array<number>(9).fill(2), 1, 2]);
  expect(await firstBrokenEntry(db())).toBeNull();
});

test("as they are, to be put back after each forgery", async () => {
  await pool().query("CREATE TABLE kept AS SELECT * FROM audit_entry");
  expect(await db().auditEntry.count()).toBe(11);
});

const FORGED = {
  id: "gen_random_uuid()",
  review_id: "gen_random_uuid()",
  at: "at + interval '1 day'",
  actor_id: "NULL",
  action: "'theme.add'",
  subject_type: "'theme'",
  subject_id: "'another'",
  detail: `'{"i": 100}'`,
  digest: "sha256('another')",
  format: "1",
};

test.each(Object.entries(FORGED))(
  "another %s is refused, and found where it is written all the same",
  async (column, value) => {
    const forge = `UPDATE audit_entry SET ${column} = ${value} WHERE position = 5`;
    if (column !== "detail") await expect(pool().query(forge)).rejects.toThrow(/immutable/);
    await pool().query("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
    await pool().query(forge);
    expect(await firstBrokenEntry(db())).toBe(5n);
    await pool().query(
      `UPDATE audit_entry e SET ${column} = k.${column} FROM kept k WHERE e.position = k.position`,
    );
    await pool().query("ALTER TABLE audit_entry ENABLE TRIGGER ALL");
    expect(await firstBrokenEntry(db())).toBeNull();
  },
);

test("many entries take few statements, and verify", async () => {
  const fields = `gen_random_uuid(), 'block.edit', 'user', '{}', '\\x00', sha256('any')`;
  await pool().query(
    `INSERT INTO audit_entry (id, action, subject_type, detail, salt, digest)
     SELECT ${fields} FROM generate_series(1, 1200)`,
  );
  let chained = 0;
  expect(await countStatements(async () => void (chained = await chainAuditEntries()))).toBeLessThan(25);
  expect(chained).toBe(1200);
  expect(await firstBrokenEntry(db())).toBeNull();
});
