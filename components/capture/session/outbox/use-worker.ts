"use client";

import { useEffect } from "react";
import { WORKER } from "./device-store";

const AGAIN_MS = 5000;

/**
 * The service worker of this page alone: it lets the page open again without network. It is asked to keep the
 * page until it has, since the network may go while it does; once this computer's storage is open, which clears
 * away what was kept for somebody else.
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
    // It works without: then only a reload needs the network.
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
