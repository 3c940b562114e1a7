import { Refusal } from "@/lib/platform/errors";
import { SENT_AS } from "@/lib/platform/result";
import type { Viewer } from "./policy";

/**
 * Refuses a form from a page that somebody else opened: another tab of the browser has since signed in as the
 * viewer. Without this check one person's words would be saved as another's, or refused for reasons that make
 * no sense to the person who typed them. A form that does not say who opened it passes.
 */
export function requireSender(viewer: Viewer, data: FormData): void {
  requireSentBy(viewer, data.get(SENT_AS));
}

/** The same for what a page's script sends. */
export function requireSentBy(viewer: Viewer, sender: unknown): void {
  if (sender === null || sender === viewer.userId) return;
  throw new Refusal(
    "stale",
    `This browser is now signed in as ${viewer.name}, in another tab, so nothing was sent. What you typed is still here. To send it under your own name, sign in as yourself in the other tab, then send it again.`,
  );
}
