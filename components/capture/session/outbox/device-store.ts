import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Entry } from "@/lib/capture/session/outbox";
import { isDraft } from "@/lib/capture/session/bar/draft";
import { withCurrentNames } from "@/lib/capture/session/former-names";
import { importKey, encrypted, decrypted, type Encrypted } from "./encrypt";
import { readSeen, writeSeen, type Seen, type SeenInParts } from "./seen-store";

/**
 * What the capture page stores on this computer. Waiting contributions are encrypted and stay until they are
 * sent; everything else is removed at sign-out.
 */
export interface DeviceSchema extends DBSchema {
  /** One row for each operation that waits; the words are inside `sealed`, as rows that wait already call it. */
  waiting: { key: string; value: { id: string; ownerId: string; order: number; sealed: Encrypted } };
  /** The contents of the bar, not yet logged. */
  draft: { key: string; value: { key: string; ownerId: string; sealed: Encrypted } };
  /**
   * The record as it was last seen, for a reload without network: a row with how people are described, under the roundtable's
   * id, and one for each part of the contributions, under the id and the part's number.
   */
  seen: { key: string; value: { roundtableId: string; ownerId: string; sealed: Encrypted } };
  /** The key of the signed-in person; it cannot be exported from the browser. */
  key: { key: string; value: { ownerId: string; key: CryptoKey } };
}

const NAME = "npq-capture";
const WRITING = "npq-capture-writing";

let opened: Promise<IDBPDatabase<DeviceSchema>> | null = null;

function database(): Promise<IDBPDatabase<DeviceSchema>> {
  return (opened ??= openDB<DeviceSchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("waiting", { keyPath: "id" });
      db.createObjectStore("draft", { keyPath: "key" });
      db.createObjectStore("seen", { keyPath: "roundtableId" });
      db.createObjectStore("key", { keyPath: "ownerId" });
    },
    terminated: () => {
      opened = null;
    },
  }));
}

/** Storage of one person on this computer. */
export type DeviceStore = {
  /** Their waiting operations, in order. */
  entries(): Promise<Entry[]>;
  /**
   * Resolves when it is on the disk; rejects where the storage is full. The draft that was logged with it goes in the same
   * write, so that a reload in between does not bring it back into the bar.
   */
  put(entry: Entry): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  draft(roundtableId: string): Promise<unknown>;
  putDraft(roundtableId: string, draft: unknown): Promise<void>;
  seen(roundtableId: string): Promise<Seen>;
  /** Writes what is not as it was `before`. */
  putSeen(roundtableId: string, seen: SeenInParts, before: SeenInParts | null): Promise<void>;
};

/**
 * Opens it with the key that the server gives to its owner or, without network, with the stored one. Clears
 * what another person left, except for their waiting contributions, which only they can read.
 */
export async function openDeviceStore(
  ownerId: string,
  fetchKey: (ownerId: string) => Promise<Uint8Array<ArrayBuffer>>,
) {
  const db = await database();
  if (await forgetOthers(db, ownerId)) await forgetPages();
  const kept = await db.get("key", ownerId);
  const key = kept?.key ?? (await importKey(await fetchKey(ownerId)));
  if (!kept) await db.put("key", { ownerId, key });
  return storeOf(db, ownerId, key);
}

function storeOf(db: IDBPDatabase<DeviceSchema>, ownerId: string, key: CryptoKey): DeviceStore {
  const owner = { id: ownerId, key };
  const draftKey = (roundtableId: string) => `${ownerId} ${roundtableId}`;
  /** What the bar of each roundtable held when it was last stored. */
  const stored = new Map<string, unknown>();
  let writing: Promise<unknown> = Promise.resolve();
  /** A draft that is on its way to the disk does not arrive after the contribution that it became. */
  const inOrder = (write: () => Promise<void>): Promise<void> => {
    const next = writing.then(write, write);
    writing = next.catch(() => {});
    return next;
  };
  return {
    async entries() {
      const rows = (await db.getAll("waiting")).filter((row) => row.ownerId === ownerId);
      const entries = await Promise.all(rows.map((row) => decrypted(key, row.sealed)));
      return entries
        .filter((entry) => entry !== null)
        .map((entry) => entry as Entry)
        .map((entry) => ({ ...entry, operation: withCurrentNames(entry.operation) as Entry["operation"] }));
    },
    async put(entry) {
      const sealing = encrypted(key, entry);
      const { operation } = entry;
      const logged =
        operation.do === "record" && wasLogged(stored.get(operation.roundtableId), operation.text);
      const write = async () => {
        const row = { id: operation.id, ownerId, order: entry.order, sealed: await sealing };
        const tx = db.transaction(["waiting", "draft"], "readwrite", { durability: "strict" });
        const cleared = logged ? tx.objectStore("draft").delete(draftKey(operation.roundtableId)) : null;
        await committed(tx, Promise.all([tx.objectStore("waiting").put(row), cleared]));
      };
      await navigator.locks.request(WRITING, { mode: "shared" }, () => inOrder(write));
    },
    async remove(ids) {
      const tx = db.transaction("waiting", "readwrite", { durability: "strict" });
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
    },
    async draft(roundtableId) {
      const row = await db.get("draft", draftKey(roundtableId));
      const draft = row ? withCurrentNames(await decrypted(key, row.sealed)) : null;
      stored.set(roundtableId, draft);
      return draft;
    },
    async putDraft(roundtableId, draft) {
      stored.set(roundtableId, draft);
      const sealing = encrypted(key, draft);
      await inOrder(async () => {
        const row = { key: draftKey(roundtableId), ownerId, sealed: await sealing };
        const tx = db.transaction("draft", "readwrite");
        await committed(tx, tx.store.put(row));
      });
    },
    seen: (roundtableId) => readSeen(db, owner, roundtableId),
    putSeen: (roundtableId, seen, before) => writeSeen(db, owner, roundtableId, seen, before),
  };
}

/** Quotation marks say that words are verbatim, and are not part of what is logged. */
const unquoted = (text: string) => text.replaceAll('"', "").replaceAll("“", "").replaceAll("”", "").trim();

/**
 * Whether a draft became this contribution: all of its words stand at the beginning of it. The bar is stored a moment after
 * somebody typed, so that it may hold fewer words than were logged; a bar with other words stays as it is.
 */
function wasLogged(draft: unknown, text: string): boolean {
  const words = isDraft(draft) ? unquoted(draft.text) : "";
  return words !== "" && unquoted(text).startsWith(words);
}

/**
 * Commits at once, and not when the page has heard of what was written: a page that is reloaded before would take an open
 * transaction along.
 */
async function committed(
  tx: { commit(): void; done: Promise<void> },
  write: Promise<unknown>,
): Promise<void> {
  tx.commit();
  await Promise.all([write, tx.done]);
}

/** Returns whether anybody else had left something. */
async function forgetOthers(db: IDBPDatabase<DeviceSchema>, ownerId: string | null): Promise<boolean> {
  let found = false;
  for (const store of ["key", "seen"] as const)
    for (const row of await db.getAll(store)) {
      if (row.ownerId === ownerId) continue;
      found = true;
      await db.delete(store, "roundtableId" in row ? row.roundtableId : row.ownerId);
    }
  return found;
}

async function forgetPages(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
}

/** How many operations of the person wait on this computer. */
export async function countWaiting(ownerId: string): Promise<number> {
  const db = await database();
  // A contribution typed a moment ago may still be on its way to the disk.
  return navigator.locks.request(WRITING, async () => {
    const rows = await db.getAll("waiting");
    return rows.filter((row) => row.ownerId === ownerId).length;
  });
}

/**
 * At sign-out: removes the record, the key and the pages that were kept for a reload; encrypted contributions
 * stay.
 */
export async function leaveDevice(): Promise<void> {
  await forgetOthers(await database(), null);
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const worker = registration.active;
    if (!worker?.scriptURL.endsWith(WORKER)) continue;
    await dismissed(worker);
    await registration.unregister();
  }
  await forgetPages();
}

const DISMISS_MS = 1000;

/** The worker serves this page until it is closed; after its answer it keeps nothing more. */
function dismissed(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    worker.postMessage("leave", [port2]);
    setTimeout(resolve, DISMISS_MS);
  });
}

export const CACHE_PREFIX = "npq-capture-";
export const WORKER = "/capture-worker.js";
