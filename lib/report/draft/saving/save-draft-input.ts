import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { LONE_SURROGATE, NUL } from "@/lib/platform/text/words";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { Claim } from "@/lib/report/claim/claim";
import { BlockContent } from "../content/block-content";
import { SECTIONS } from "../document-kind";
import { MAX_COLUMNS, MAX_ROWS, sizeOf } from "../written-table";
import type { KnownBlock } from "./edited-block";

/** What an editor of the whole document sends, and what it is answered. */

const MAX_BLOCKS = 2000;
const MAX_CITED = 500;
const MAX_BLOCK_TEXT = 20_000;

const UNREADABLE =
  "A paragraph contains a character that cannot be saved. Delete it, or paste the words as plain text.";
const TOO_LONG = "A paragraph is too long to save. Divide it in two.";

const TOO_LARGE = `A table has more than ${MAX_COLUMNS} columns or ${MAX_ROWS} rows. Divide it in two.`;

const Content = BlockContent.superRefine(({ type, content = [] }, ctx) => {
  const text = content.map((node) => node.text).join("");
  const { rows, columns } = type === "table" ? sizeOf(text) : { rows: 0, columns: 0 };
  if (rows > MAX_ROWS || columns > MAX_COLUMNS) ctx.addIssue({ code: "custom", message: TOO_LARGE });
  if (text.includes(NUL) || LONE_SURROGATE.test(text)) ctx.addIssue({ code: "custom", message: UNREADABLE });
  if (codePointLength(text) > MAX_BLOCK_TEXT) ctx.addIssue({ code: "custom", message: TOO_LONG });
});

/** What a claim tells and cites, by ids. */
export const ClaimChange = z.object({
  id: z.uuid(),
  findingId: z.uuid().nullable(),
  side: z.enum(["supports", "contradicts"]),
  themeId: z.uuid().nullable(),
  stance: z.enum(STANCE_ORDER).nullable(),
  supports: z.array(z.uuid()).max(MAX_CITED),
  contradicts: z.array(z.uuid()).max(MAX_CITED),
});
export type ClaimChange = z.infer<typeof ClaimChange>;

export const SaveDraftInput = z.object({
  reportId: z.uuid(),
  /** New words, each with the revision that they are based on; 0 for a block that the editor added. */
  changed: z
    .array(
      z.object({
        id: z.uuid(),
        section: z.enum(SECTIONS),
        content: Content,
        revision: z.int().nonnegative(),
      }),
    )
    .max(MAX_BLOCKS),
  removed: z.array(z.object({ id: z.uuid(), revision: z.int().positive() })).max(MAX_BLOCKS),
  /** Every block of the editor, in order, and whether it moved any. */
  order: z.array(z.uuid()).max(MAX_BLOCKS),
  rearranged: z.boolean(),
  claims: z.array(ClaimChange).max(MAX_BLOCKS),
  /** The revision of each block that the editor knows, so that the answer is what it does not know. */
  known: z.record(z.uuid(), z.int().positive()),
});
export type SaveDraftInput = z.infer<typeof SaveDraftInput>;

/** A block whose words were removed for good is taken as it is: nobody writes over it with what it said before. */
export type TheirBlock = KnownBlock & { erased: boolean };

export type SavedDraft = {
  /** The new revision of each block that is stored as it was sent. */
  saved: { id: string; revision: number }[];
  /** What was sent and not stored, because somebody else changed it since; each of them is among `theirs`. */
  clashes: string[];
  /** Blocks that the editor does not know, or not in their present revision. */
  theirs: TheirBlock[];
  /** Blocks that the editor knows, and that are removed. */
  gone: string[];
  order: string[];
  /** What the claims that were sent cite now, and those of `theirs`. */
  claims: Claim[];
};
