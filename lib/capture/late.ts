import { z } from "zod";
import { optionalText } from "@/lib/platform/text";
import { Operation } from "./operation";

export const DecideLateInput = z.object({
  id: z.uuid(),
  decision: z.enum(["take", "set-aside"], { error: "Choose whether to accept it or set it aside" }),
  reason: optionalText({ what: "Reason", max: 1000 }),
});
export type DecideLateInput = z.output<typeof DecideLateInput>;

/** Said of an amendment that was made of an edit that came late. */
export const LATE_REASON = "Edited before the roundtable was closed; it arrived after.";

/** What came after a roundtable was closed, as the lead decides on it. */
export type LateEntry = {
  id: string;
  /** A new line; an edit of one; or another change (such as striking out), which can only be set aside. */
  kind: "line" | "edit" | "other";
  /** What it says; null where it says nothing, or the words were removed since. */
  text: string | null;
  /** In words, for a change that is neither. */
  change: string;
  /** P07, or what kind of source it is. */
  who: string;
  saidAt: Date | null;
  sentAt: Date;
  sentBy: string;
  /** The line that it changes, as it stands. */
  line: { id: string; text: string } | null;
  erased: boolean;
  decided: { at: Date; by: string; taken: boolean } | null;
};

/** The operation as it was sent; null where erasure emptied it, or nobody can read it any more. */
export function lateOperation(payload: unknown): Operation | null {
  const operation = Operation.safeParse(payload);
  return operation.success ? operation.data : null;
}

const CHANGES: Record<Operation["do"], string> = {
  record: "A line",
  edit: "An edit to a line",
  strike: "A line was to be struck out",
  restore: "A line was to be restored to the record",
  split: "A line was to be split in two",
  merge: "Two lines were to be merged",
  unmerge: "Two merged lines were to be separated",
  "open-question": "A question was opened",
  "start-round": "A round was begun",
  "end-round": "A round was ended",
  pass: "Somebody passed in a round",
};

export function changeWords(operation: Operation | null): string {
  return operation ? CHANGES[operation.do] : "Its words were removed";
}
