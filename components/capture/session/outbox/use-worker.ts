"use client";

import { useEffect } from "react";
import { WORKER } from "./device-store";

const AGAIN_MS = 5000;

/**
 * The service worker of this page alone, which lets the page open again without network. It is asked until it
 * has kept the page, because the network may fail meanwhile. This begins after this computer's storage is
 * open, which clears what was kept for somebody else.
 */
export function useWorker(path: string, storageOpen: boolean): void {
  useEffect(() => {
    if (!storageOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const keep = async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (gone || !active || (await isKept(active))) return;
      timer = setTimeout(() => void keep(), AGAIN_MS);
    };
    // The page works without it: then only a reload needs the network.
    void navigator.serviceWorker
      ?.register(WORKER, { scope: path })
      .then(keep)
      .catch(() => {});
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, storageOpen]);
}

function isKept(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === "kept");
    worker.postMessage("keep", [port2]);
    setTimeout(() => resolve(false), AGAIN_MS);
  });
}
