"use client";

import { useState } from "react";
import { withUnchangedParts } from "@/lib/capture/session/unchanged-parts";

/** The value, of which every part that says what it said before is the same object as before. */
export function useUnchanged<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  const next = withUnchangedParts(kept, value);
  if (next !== kept) keep(next);
  return next;
}
