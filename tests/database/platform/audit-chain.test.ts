import { expect, test } from "vitest";
import { audit } from "@/lib/platform/audit/audit";
import { firstBrokenEntry, chainAuditEntries } from "@/lib/platform/audit/audit-chain";
import { db, pool } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
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

test("a change that bypasses the database's own guard is detected", async () => {
  await pool().query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL`);
  await pool().query(`UPDATE audit_entry SET action = 'forged' WHERE position = 5`);
  expect(await firstBrokenEntry(db())).toBe(5n);
});
