"use client";

import { createContext, useContext, type ReactNode } from "react";
import { SENT_AS } from "@/lib/platform/result";

const OpenedBy = createContext<string | null>(null);

/** Around pages behind sign-in: the id of the person who opened the page, which its forms send. */
export function PageOpenedBy({ userId, children }: { userId: string; children: ReactNode }) {
  return <OpenedBy value={userId}>{children}</OpenedBy>;
}

/** Lets the server refuse a form after another tab has signed in as somebody else. */
export function SentAs() {
  const userId = useContext(OpenedBy);
  return userId === null ? null : <input type="hidden" name={SENT_AS} value={userId} />;
}
