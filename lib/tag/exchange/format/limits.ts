import { refusedFile } from "@/lib/capture/import/reading/limits";

/** Of a project file, packed. The fullest that is made here takes less. */
export const MAX_PROJECT_BYTES = 10 * 1024 * 1024;
export const TOO_LARGE =
  "This file is larger than 10 MB. Export the project without sound, film and pictures, or one roundtable at a time.";

/** Contributions that one file takes. More takes a program minutes to open. */
export const MAX_CONTRIBUTIONS = 20_000;
/** Contributions, codings and notes of one file together: all of it is in memory when it is read again. */
export const MAX_ENTRIES = 100_000;

/**
 * Codings on contributions that one file may bring: a passage over many contributions is a coding on each of
 * them.
 */
const MAX_CODINGS = 300_000;

/** Refuses once there are too many, so that a small file cannot fill the memory. */
export function requireFewCodings(count: number): void {
  if (count > MAX_CODINGS)
    throw refusedFile(
      `This file has more than ${MAX_CODINGS.toLocaleString("en-GB")} codings on contributions of this review, because its passages go over many contributions. Export it in parts, and import one after the other.`,
    );
}
