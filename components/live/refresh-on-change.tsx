"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = {
  /** What the page shows: an event that names another of it is none of the page's business. */
  watch: { reviewId: string; roundtableId?: string; reportId?: string };
};

/** Several changes at once make one refresh. */
const SETTLE_MS = 150;

/** Reads the page again when somebody else changed what it shows; draws nothing. */
export function RefreshOnChange({ watch: { reviewId, roundtableId, reportId } }: Props) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource("/api/events");
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    source.onopen = () => {
      // What happened while the stream was away went unheard.
      if (opened) refresh();
      opened = true;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event: unknown = JSON.parse(data);
      if (typeof event !== "object" || event === null) return;
      const says = (key: string, mine: string | undefined) => {
        const theirs: unknown = Reflect.get(event, key);
        return theirs === undefined || mine === undefined || theirs === mine;
      };
      const kind: unknown = Reflect.get(event, "kind");
      if (kind === "reconnected") refresh();
      else if (says("reviewId", reviewId) && says("roundtableId", roundtableId) && says("reportId", reportId))
        refresh();
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [router, reviewId, roundtableId, reportId]);
  return null;
}
