"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isBehind, type LivePosition } from "@/lib/platform/live-position";
import { listenLive } from "./stream";

export type Watch = {
  /** What the page shows: a notice about anything else does not concern it. */
  watch: { reviewId: string; roundtableId?: string; reportId?: string };
  /** Only notices of this kind: for a page that updates the rest itself, or does not show it. */
  kind?: string;
};

type Props = Watch & {
  /** The live position from before the page was read. */
  position: LivePosition;
};

/** Several changes within this time make one refresh. */
const SETTLE_MS = 150;

/** Reads the page again when somebody else changed what it shows; renders nothing. */
export function RefreshFrom({ watch: { reviewId, roundtableId, reportId }, kind, position }: Props) {
  const router = useRouter();
  const read = useRef(position);
  useEffect(() => {
    read.current = position;
  }, [position]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    const fits = (theirs: string | undefined, mine: string | undefined) =>
      theirs === undefined || mine === undefined || theirs === mine;
    const stop = listenLive((notice) => {
      if (notice.kind === "presence") return;
      if (notice.kind === "connected") {
        if (notice.position === undefined || isBehind(read.current, notice.position)) refresh();
      } else if (
        fits(kind, notice.kind) &&
        fits(notice.reviewId, reviewId) &&
        fits(notice.roundtableId, roundtableId) &&
        fits(notice.reportId, reportId)
      )
        refresh();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router, reviewId, roundtableId, reportId, kind]);
  return null;
}
