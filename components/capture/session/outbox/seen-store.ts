import type { IDBPDatabase } from "idb";
import { withCurrentNames } from "@/lib/capture/session/former-names";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { DeviceSchema } from "./device-store";
import { decrypted, encrypted } from "./encrypt";
import { changedParts, type SeenParts } from "./seen-parts";

/** The record as it was last seen, and how the participants are described, by their ids. */
export type Seen = {
  contributions: readonly ShownContribution[];
  descriptions: Readonly<Record<string, string>>;
};
export type SeenInParts = { parts: SeenParts } & Pick<Seen, "descriptions">;

type Owner = { id: string; key: CryptoKey };
type Database = IDBPDatabase<DeviceSchema>;

export async function readSeen(db: Database, { key }: Owner, roundtableId: string): Promise<Seen> {
  const rows = await db.getAll("seen", IDBKeyRange.bound(roundtableId, `${roundtableId} \uffff`));
  return seenOf(await Promise.all(rows.map(({ sealed }) => decrypted(key, sealed))));
}

/** Writes what is not as it was `before`, all of it or nothing. */
export async function writeSeen(
  db: Database,
  { id: ownerId, key }: Owner,
  roundtableId: string,
  { parts, descriptions }: SeenInParts,
  before: SeenInParts | null,
): Promise<void> {
  const rows = await Promise.all(
    changedParts(parts, before?.parts ?? null).map(async (number) => {
      const contributions = parts[number] ?? [];
      const name = `${roundtableId} ${number}`;
      if (contributions.length === 0) return { name, row: null };
      const sealed = await encrypted(key, { contributions });
      return { name, row: { roundtableId: name, ownerId, sealed } };
    }),
  );
  if (descriptions !== before?.descriptions) {
    const sealed = await encrypted(key, { descriptions });
    rows.push({ name: roundtableId, row: { roundtableId, ownerId, sealed } });
  }
  if (rows.length === 0) return;
  const tx = db.transaction("seen", "readwrite");
  const writes = rows.map(({ name, row }) => (row ? tx.store.put(row) : tx.store.delete(name)));
  await Promise.all([...writes, tx.done]);
}

/** What was kept in rows; an earlier version kept everything in one, and before that the contributions alone, as a list. */
function seenOf(rows: readonly unknown[]): Seen {
  const kept = rows.map(
    (row) => (Array.isArray(row) ? { contributions: row } : (row ?? {})) as Partial<Seen>,
  );
  return {
    contributions: kept.flatMap(({ contributions }) =>
      (contributions ?? []).map((one) => withCurrentNames(one) as ShownContribution),
    ),
    descriptions: Object.assign({}, ...kept.map(({ descriptions }) => descriptions)) as Seen["descriptions"],
  };
}
