import { databaseKind, pool } from "./db";
import type { DatabaseKind } from "./pool";

export type Health = { status: "ok"; database: DatabaseKind } | { status: "unavailable"; reason: string };

const PATIENCE_MS = 2000;

/** Whether the database answers and all migrations have been applied. */
export async function health(): Promise<Health> {
  try {
    await Promise.race([pool().query("SELECT FROM _prisma_migrations LIMIT 1"), tooLate()]);
    return { status: "ok", database: databaseKind() };
  } catch {
    return { status: "unavailable", reason: "The database does not answer." };
  }
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The database took too long.")), PATIENCE_MS).unref();
  });
}
