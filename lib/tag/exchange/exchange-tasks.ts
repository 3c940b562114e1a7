import { refusedFile } from "@/lib/capture/import/reading/limits";
import { workerTask } from "@/lib/platform/workers/task";
import type { readCodebookFile } from "./codebook-file/read-codebook-file";
import type { readProject } from "./file/read-project";
import type { writeProject } from "./file/write-project";
import type { matchContributions } from "./match-contributions";

const tooLong = () =>
  refusedFile("This file takes too long to read. Export one roundtable at a time, and choose that file.");

/** The largest project that can be exported takes about ten seconds either way. */
export const READ_PROJECT = workerTask<typeof readProject>("read-project", { limitMs: 120_000, tooLong });
export const MATCH_CONTRIBUTIONS = workerTask<typeof matchContributions>("match-contributions", {
  limitMs: 60_000,
  tooLong,
});
export const WRITE_PROJECT = workerTask<typeof writeProject>("write-project", { limitMs: 120_000 });
export const READ_CODEBOOK = workerTask<typeof readCodebookFile>("read-codebook", {
  limitMs: 30_000,
  tooLong,
});
