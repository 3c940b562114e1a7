"use client";

import { useState } from "react";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import { sessionNotice } from "@/lib/capture/session/session-notice";

/**
 * Next to the bar: that a colleague ended the session or closed the roundtable, and what happens to typed
 * words.
 */
export function SessionNotice({ state }: { state: RoundtableState }) {
  const [seen, setSeen] = useState<{ now: RoundtableState; before: RoundtableState | null }>({
    now: state,
    before: null,
  });
  if (seen.now !== state) setSeen({ now: state, before: seen.now });
  const words = sessionNotice(seen.now, seen.before);
  return (
    <p
      role="status"
      className="mb-2 border-l-4 border-warning bg-warning-soft px-2 py-1 text-sm low:mb-1 low:line-clamp-1 low:py-0 empty:mb-0 empty:border-0 empty:p-0"
    >
      {words}
    </p>
  );
}
