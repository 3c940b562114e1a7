import { db, type Tx } from "@/lib/platform/db";

const PIECE = 512 * 1024;

/** Keeps a file as it was sent, a piece for each transaction, so that nobody who types waits for a large one. */
export async function keepFile(importId: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE)
    await db().importFile.create({
      data: { importId, position: at / PIECE, bytes: Uint8Array.from(bytes.subarray(at, at + PIECE)) },
      select: { position: true },
    });
}

/** The file as it was sent; null where it is not kept any more. */
export async function keptFile(importId: string): Promise<Uint8Array | null> {
  const pieces = await db().importFile.findMany({
    where: { importId },
    orderBy: { position: "asc" },
    select: { bytes: true },
  });
  return pieces.length === 0 ? null : Uint8Array.from(Buffer.concat(pieces.map(({ bytes }) => bytes)));
}

/** Nothing of the file as it was sent is kept once it is confirmed. */
export async function forgetFile(tx: Tx, importId: string): Promise<void> {
  await tx.importFile.deleteMany({ where: { importId } });
}
