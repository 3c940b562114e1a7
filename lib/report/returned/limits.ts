import { tooLarge } from "@/lib/platform/errors";

/** What a form of a page can send. */
export const MAX_WORD_BYTES = 10 * 1024 * 1024;
export const TOO_LARGE =
  "This file is larger than 10 MB. Take out the pictures that were added to it, and choose it again.";
/** Far more than a report has. */
export const MAX_PARAGRAPHS = 5_000;
/** Of one block, in UTF-16 units, with what is proposed to go. */
export const MAX_BLOCK_TEXT = 20_000;
export const MAX_COMMENT = 5_000;

export function requireWordSize(bytes: number): void {
  if (bytes > MAX_WORD_BYTES) throw tooLarge(TOO_LARGE, "file");
}
