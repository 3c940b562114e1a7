import { Refusal } from "@/lib/platform/errors";
import { workerTask } from "@/lib/platform/workers/task";
import type { plainEnglish } from "./plain-english";

/** A report of nine hundred words takes a third of a second. */
export const READ_ENGLISH = workerTask<typeof plainEnglish>("read-english", {
  limitMs: 15_000,
  tooLong: () => new Refusal("unavailable", "Reading the text for plain English took too long."),
});
