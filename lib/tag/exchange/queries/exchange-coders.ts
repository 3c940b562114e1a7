import { db } from "@/lib/platform/db";
import type { ExportKind } from "../file/export-kind";
import type { ExchangeCoder } from "../file/project";
import type { ReadExport } from "./exchange-contributions";

/**
 * People who coded or wrote notes: facilitators by name or, in a file to share, by number. Never an address.
 */
export async function readCoders(
  kind: ExportKind,
  contributions: readonly ReadExport[],
): Promise<ExchangeCoder[]> {
  const guids = contributions.flatMap(({ codings, notes }) => [
    ...codings.map(({ coderGuid }) => coderGuid),
    ...notes.map(({ authorGuid }) => authorGuid),
  ]);
  return nameCoders(kind, guids);
}

/** The same by their identifiers in the file. */
export async function nameCoders(
  kind: ExportKind,
  guids: readonly (string | null)[],
): Promise<ExchangeCoder[]> {
  const inOrder = [...new Set(guids)].filter((guid) => guid !== null).sort();
  const numbered = inOrder.map((guid, index) => ({ guid, name: `Coder ${index + 1}` }));
  if (kind === "share") return numbered;
  const users = await db().user.findMany({
    where: { id: { in: inOrder } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name?.includes("@") ? null : name]));
  return numbered.map(({ guid, name }) => ({ guid, name: names.get(guid) ?? name }));
}
