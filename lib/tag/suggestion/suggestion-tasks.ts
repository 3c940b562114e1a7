import { invalid } from "@/lib/platform/errors";
import { workerTask } from "@/lib/platform/workers/task";
import type { similarityIndex } from "./similarity-index";
import type { trainModel } from "./train";

/** Both are made again when they are next asked for. */
const tooLong = () =>
  invalid("This took too long. Nothing was lost. Try again in a few minutes, or set the themes without it.");

/** Some seconds for the largest training set, some tens on a busy machine. */
export const TRAIN_MODEL = workerTask<typeof trainModel>("train-model", { limitMs: 120_000, tooLong });

/** A second for the most contributions that are searched. */
export const INDEX_SIMILARITY = workerTask<typeof similarityIndex>("index-similarity", {
  limitMs: 60_000,
  tooLong,
});
