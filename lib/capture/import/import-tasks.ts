import { workerTask } from "@/lib/platform/workers/task";
import type { readPieces } from "./read-pieces";
import { refusedFile } from "./reading/limits";
import type { readTable } from "./reading/read-table";

const tooLong = () =>
  refusedFile("This file takes too long to read. Split it in two, and import one after the other.");

/** A hundred thousand rows take some seconds. */
export const READ_PIECES = workerTask<typeof readPieces>("read-pieces", { limitMs: 120_000, tooLong });
export const READ_TABLE = workerTask<typeof readTable>("read-table", { limitMs: 120_000, tooLong });
