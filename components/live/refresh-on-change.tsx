"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { listenLive } from "./stream";

type Props = {
  /** What the page shows: a notice that names another of it is none of the page's business. */
  watch: { reviewId: string; roundtableId?: string; reportId?: string };
  /** Notices of this kind alone: for a page that keeps the rest up to date itself, or does not show it. */
  kind?: string;
};

/** Several changes at once make one refresh. */
const SETTLE_MS = 150;
/** A stream that takes longer to open may have missed a change since the page was read. */
const JUST_READ_MS = 500;

/** Reads the page again when somebody else changed what it shows; draws nothing. */
export function RefreshOnChange({ watch: { reviewId, roundtableId, reportId }, kind }: Props) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAt = Date.now();
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    const fits = (theirs: string | undefined, mine: string | undefined) =>
      theirs === undefined || mine === undefined || theirs === mine;
    const stop = listenLive((notice) => {
      if (notice.kind === "presence") return;
      if (notice.kind === "reconnected") {
        // The page was read a moment before its stream opened first.
        if (Date.now() - readAt > JUST_READ_MS) refresh();
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
