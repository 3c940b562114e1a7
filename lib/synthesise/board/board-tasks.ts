import { invalid } from "@/lib/platform/errors";
import { workerTask } from "@/lib/platform/workers/task";
import type { groupContributions } from "./group-contributions";

/** A second for the most contributions that are grouped. */
export const GROUP_CONTRIBUTIONS = workerTask<typeof groupContributions>("group-contributions", {
  limitMs: 30_000,
  tooLong: () => invalid("Grouping took too long. Nothing was lost. Use the board without it."),
});
