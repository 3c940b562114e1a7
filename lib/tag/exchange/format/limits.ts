import { refusedFile } from "@/lib/capture/import/reading/limits";

/** The size of a project file, compressed. The largest export is smaller. */
export const MAX_PROJECT_BYTES = 10 * 1024 * 1024;
export const TOO_LARGE =
  "This file is larger than 10 MB. Export the project without sound, film and pictures, or one roundtable at a time.";

/** The most contributions in one file. Programs take minutes to open more. */
export const MAX_CONTRIBUTIONS = 20_000;
/**
 * The most contributions, codings and notes in one file together: all are in memory when it is read again.
 */
export const MAX_ENTRIES = 100_000;

/**
 * The most codings on contributions from one file: a passage over many contributions is a coding on each of
 * them.
 */
const MAX_CODINGS = 300_000;

/** Refuses when there are too many, so that a small file cannot fill the memory. */
export function requireFewCodings(count: number): void {
  if (count > MAX_CODINGS)
    throw refusedFile(
      `This file has more than ${MAX_CODINGS.toLocaleString("en-GB")} codings on contributions of this review, because its passages go over many contributions. Export it in parts, and import one after the other.`,
    );
}
