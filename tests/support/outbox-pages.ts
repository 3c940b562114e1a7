import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, vi } from "vitest";
import {
  countWaiting,
  openDeviceStore,
  type DeviceStore,
} from "@/components/capture/session/outbox/device-store";
import { OutboxSender } from "@/components/capture/session/outbox/outbox-sender";
import type { Operation, OperationOf } from "@/lib/capture/session/operation";
import { releaseAllLocks, setNetwork, installFakeBrowser } from "./fake-browser";
import { OperationsServer } from "./operations-server";

const KEYS = new Map<string, Uint8Array<ArrayBuffer>>();
/** The server gives each person the same key every time. */
export const fetchKey = (owner: string) => {
  const key = KEYS.get(owner) ?? crypto.getRandomValues(new Uint8Array(32));
  KEYS.set(owner, key);
  return Promise.resolve(key);
};

/** A new server for each test, and a new person who is signed in there. */
export let server: OperationsServer;
export let me: string;
let open: { kill: () => void }[] = [];

export function prepareOutboxPages(): void {
  installFakeBrowser();
  beforeEach(() => {
    server = new OperationsServer();
    me = randomUUID();
    server.signedIn = me;
    setNetwork(true);
  });
  afterEach(killBrowser);
}

/** The capture page in a tab. Storage requests after it was killed are never done. */
export async function openPage(
  userId = me,
  change: (store: DeviceStore) => Partial<DeviceStore> = () => ({}),
) {
  const real = await openDeviceStore(userId, fetchKey);
  const changed = { ...real, ...change(real) };
  let alive = true;
  const whileAlive =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      if (!alive) return new Promise<Result>(() => {});
      const result = await work(...given);
      return alive ? result : new Promise<Result>(() => {});
    };
  const store: DeviceStore = {
    ...changed,
    entries: whileAlive(changed.entries),
    put: whileAlive(changed.put),
    remove: whileAlive(changed.remove),
  };
  const sender = new OutboxSender(userId);
  const kill = () => {
    alive = false;
    sender.stop();
  };
  open.push({ kill });
  await sender.start(store);
  return sender;
}

/** Like a power cut: whatever was running is never finished. */
export function killBrowser() {
  for (const page of open) page.kill();
  open = [];
  server.browserKilled();
  releaseAllLocks();
}

export function record(text = "What was said."): OperationOf<"record"> {
  return {
    do: "record",
    id: randomUUID(),
    roundtableId: "r",
    source: "unidentified",
    wording: "gist",
    text,
    saidAt: "2026-03-03T10:00:00.000Z",
    sequence: 1,
    themeIds: [],
  };
}

export async function add(sender: OutboxSender, ...operations: Operation[]): Promise<string[]> {
  for (const operation of operations) await sender.add(operation);
  return operations.map(({ id }) => id);
}

export const onDisk = async (userId = me) =>
  (await (await openDeviceStore(userId, fetchKey)).entries()).sort((a, b) => a.order - b.order);
export const idsOnDisk = async (userId = me) => (await onDisk(userId)).map(({ operation }) => operation.id);
export const ids = (sender: OutboxSender) => sender.snapshot().entries.map(({ operation }) => operation.id);
export const states = (sender: OutboxSender) => sender.snapshot().entries.map(({ state }) => state);

/** However slow the machine is: a test that hangs ends by its own limit. */
export const eventually = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 30_000, interval: 5 });

export async function expectAllSent(sender: OutboxSender): Promise<void> {
  await eventually(async () => {
    expect(sender.snapshot()).toMatchObject({ entries: [], connection: { state: "online" } });
    expect(await countWaiting(me)).toBe(0);
  });
}
