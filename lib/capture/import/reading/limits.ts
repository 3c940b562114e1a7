import { invalid, tooLarge, type Refusal } from "@/lib/platform/errors";

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;

/** A file that cannot be imported, with the reason for the person who chose it. */
export function refusedFile(message: string): Refusal {
  return invalid(message, "file");
}

export function tooManyRows(): Refusal {
  return refusedFile(
    `This file has more than ${MAX_ROWS.toLocaleString("en-GB")} rows. Split it in two, and import one after the other.`,
  );
}

export function tooManyColumns(): Refusal {
  return refusedFile(
    `This file has more than ${MAX_COLUMNS} columns. Delete the columns that do not contain what was said, and save it again.`,
  );
}

/** Refuses by size alone, before anything is read. */
export function requireSize(bytes: number): void {
  if (bytes === 0) throw refusedFile("This file is empty.");
  if (bytes > MAX_FILE_BYTES)
    throw tooLarge(
      "This file is larger than 50 MB. Split it in two, and import one after the other.",
      "file",
    );
}
