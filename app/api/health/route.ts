import { databaseKind, pool } from "@/lib/platform/db";

const PATIENCE_MS = 2000;

/** For a load balancer or a person: whether the application can do its work. */
export async function GET() {
  try {
    await Promise.race([pool().query("SELECT 1 FROM _prisma_migrations LIMIT 1"), tooLate()]);
    return Response.json({ status: "ok", database: databaseKind() });
  } catch {
    return Response.json({ status: "unavailable", reason: "The database does not answer." }, { status: 503 });
  }
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The database took too long.")), PATIENCE_MS).unref();
  });
}

export const dynamic = "force-dynamic";
