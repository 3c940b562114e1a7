"use client";

import { useSyncExternalStore } from "react";

const noChange = () => () => {};

/** False on the server and until the page's scripts run. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  );
}
