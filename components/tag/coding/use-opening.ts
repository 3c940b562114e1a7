"use client";

import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { usePrepared } from "@/components/ui/later";
import { contributionChoices } from "./contribution/later-choices";

type Doing = { setOpen: (contributionId: string | null) => void; say: (words: string) => void };

/**
 * Opens what can be done with a contribution, whose script comes after the page. Until it is there, keys must not mean
 * something else than they will: `isOpening` says so.
 */
export function useOpening({ setOpen, say }: Doing) {
  usePrepared(contributionChoices);
  const awaited = useRef<string | null>(null);
  useEffect(
    () => () => {
      awaited.current = null;
    },
    [],
  );

  /** `then` runs when it is on the page. */
  const show = (contributionId: string | null, then?: () => void) => {
    const open = () => {
      awaited.current = null;
      flushSync(() => setOpen(contributionId));
      then?.();
    };
    if (contributionId === null || contributionChoices.now()) return open();
    awaited.current = contributionId;
    contributionChoices.get().then(
      () => awaited.current === contributionId && open(),
      () => {
        awaited.current = null;
        say("The choices could not be loaded. Try again when the network is back.");
      },
    );
  };
  return { show, isOpening: () => awaited.current !== null };
}
