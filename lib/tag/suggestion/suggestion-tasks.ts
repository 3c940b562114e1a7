import { workerTask } from "@/lib/platform/workers/task";
import type { similarityIndex } from "./similarity-index";
import type { trainModel } from "./train";

/** Some seconds at the most that is learnt from, on a busy machine some tens. */
export const TRAIN_MODEL = workerTask<typeof trainModel>("train-model", { limitMs: 120_000 });

/** A second at the most that is looked through. */
export const INDEX_SIMILARITY = workerTask<typeof similarityIndex>("index-similarity", { limitMs: 60_000 });
