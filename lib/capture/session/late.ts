import { z } from "zod";
import { optionalText } from "@/lib/platform/text/text";
import type { ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import { Operation } from "./operation";

export const DecideLateInput = z.object({
  id: z.uuid(),
  decision: z.enum(["take", "set-aside"], { error: "Choose whether to accept it or set it aside" }),
  reason: optionalText({ what: "Reason", max: 1000 }),
});
export type DecideLateInput = z.output<typeof DecideLateInput>;

/** Said of an amendment that was made of an edit that came late. */
export const LATE_REASON = "Edited before the roundtable closed, and arrived afterwards.";

/** What arrived after a roundtable was closed, as the lead decides on it. */
export type LateEntry = {
  id: string;
  /**
   * A new contribution; an edit of one; or another change (such as striking out), which can only be set
   * aside.
   */
  kind: "contribution" | "edit" | "other";
  /** Its words; null where it has none, or they were removed since. */
  text: string | null;
  /** In words, for a change that is neither. */
  change: string;
  /**
   * Ids of the themes that were typed with it: for a contribution those that wait with it, for an edit those
   * that could not be set or removed on the contribution as it is now.
   */
  themes: ThemeChange;
  /** P07, or what kind of source it is. */
  who: string;
  saidAt: Date | null;
  sentAt: Date;
  sentBy: string;
  /** The contribution that it changes, as it is now. */
  contribution: { id: string; text: string } | null;
  erased: boolean;
  decided: { at: Date; by: string; taken: boolean } | null;
};

/** The operation as it was sent; null where an erasure emptied it, or it cannot be read any more. */
export function lateOperation(payload: unknown): Operation | null {
  const operation = Operation.safeParse(payload);
  return operation.success ? operation.data : null;
}

const NO_THEMES: ThemeChange = { add: [], remove: [] };

/** What is still to be done about an operation's themes, given the themes of its contribution. */
export function themesLeft(operation: Operation | null, standing: readonly string[]): ThemeChange {
  if (operation?.do === "record") return { add: operation.themeIds, remove: [] };
  if (operation?.do !== "edit" || !operation.themes) return NO_THEMES;
  const { add, remove } = operation.themes;
  return {
    add: add.filter((id) => !standing.includes(id)),
    remove: remove.filter((id) => standing.includes(id)),
  };
}

const CHANGES: Record<Operation["do"], string> = {
  record: "A contribution",
  edit: "An edit to a contribution",
  strike: "A request to strike out a contribution",
  restore: "A request to restore a contribution",
  split: "A request to split a contribution in two",
  merge: "A request to join two contributions",
  unmerge: "A request to separate two joined contributions",
  "open-question": "A question was opened",
  "start-go-round": "A go-round was started",
  "end-go-round": "A go-round was ended",
  pass: "Somebody passed in a go-round",
};

export function changeWords(operation: Operation | null): string {
  return operation ? CHANGES[operation.do] : "Its words were removed";
}
