"use client";

import { useEffect, useState } from "react";
import { EMPTY_DRAFT, isDraft, type Draft } from "@/lib/capture/session/bar/draft";
import type { DeviceStore } from "../outbox/device-store";

const SETTLE_MS = 300;

/**
 * The contents of the bar; stored on this computer while it is typed, so that a crash loses no word of it.
 */
export function useDraft(store: DeviceStore | null, roundtableId: string, first: Partial<Draft>) {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY_DRAFT, ...first });
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!store) return;
    void store.draft(roundtableId).then((kept) => {
      // What somebody has already begun to type takes precedence.
      if (isDraft(kept)) setDraft((now) => (now.text === "" ? { ...EMPTY_DRAFT, ...kept } : now));
      setTaken(true);
    });
  }, [store, roundtableId]);
  useEffect(() => {
    if (!store || !taken) return;
    const timer = setTimeout(() => void store.putDraft(roundtableId, draft).catch(() => {}), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [store, taken, roundtableId, draft]);
  return [draft, setDraft] as const;
}
