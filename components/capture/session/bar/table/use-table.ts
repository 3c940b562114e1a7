"use client";

import { useCallback, useSyncExternalStore } from "react";
import { tableOf } from "./table-of";
import type { Table } from "../../types";

/** Only for as long as the page is open, where the browser has no storage. */
const onPage = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * The table at which this person is. It is remembered in this browser's localStorage for the person and the
 * roundtable, with ids only, so that a reload and a second tab know it too; it stays there after sign-out.
 */
export function useTable(tables: readonly Table[], userId: string, roundtableId: string) {
  const key = `npq-capture-table ${userId} ${roundtableId}`;
  const remembered = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const setTable = useCallback((tableId: string | null) => write(key, tableId ?? ""), [key]);
  return [tableOf(remembered, tables, userId), setTable] as const;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? onPage.get(key) ?? null;
  } catch {
    return onPage.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  onPage.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage it is remembered for as long as the page is open.
  }
  for (const listener of listeners) listener();
}
