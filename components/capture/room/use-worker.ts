"use client";

import { useEffect } from "react";
import { WORKER } from "./device-store";

/** The service worker of this page alone: it lets the page open again without network. */
export function useWorker(path: string): void {
  useEffect(() => {
    // It works without: then only a reload needs the network.
    void navigator.serviceWorker?.register(WORKER, { scope: path }).catch(() => {});
  }, [path]);
}
