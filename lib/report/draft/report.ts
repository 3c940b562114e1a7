import { z } from "zod";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { PassageInput } from "./content/passage-input";
import { FORM_BLOCK_TYPES, SECTIONS, REPORT_KINDS } from "./document-kind";

export type ReportState = "draft" | "in_review" | "published";

export const REPORT_STATE_WORDS: Record<ReportState, string> = {
  draft: "Draft",
  in_review: "Out for comment",
  published: "Published",
};

/**
 * The next states of a report. A published report stays published, and is published again as a later version.
 */
const TRANSITIONS: Record<ReportState, readonly ReportState[]> = {
  draft: ["in_review", "published"],
  in_review: ["in_review", "published"],
  published: ["published"],
};

export function mayBecome(from: ReportState, to: ReportState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** In a form: the draft covers every roundtable. An empty choice does not mean this; it is refused. */
export const WHOLE_REVIEW = "review";

export const DraftInput = z.object({
  /** Made with the form, so that sending it twice makes one draft. */
  id: z.uuid().optional(),
  reviewId: z.uuid(),
  roundtableId: z.preprocess(
    (value) => (value === WHOLE_REVIEW ? null : value),
    z.uuid({ error: "Choose a roundtable, or the whole review" }).nullable(),
  ),
  kind: z.enum(REPORT_KINDS, { error: "Choose what kind of report to write" }).optional(),
  /** When empty, the draft is named after what it covers. */
  title: optionalText({ what: "The title", max: 150 }),
});
export type DraftInput = z.infer<typeof DraftInput>;

export const EditBlockInput = z.object({
  blockId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  passages: z.array(PassageInput).max(60, "A paragraph can hold 60 passages. Start another one"),
});
export type EditBlockInput = z.infer<typeof EditBlockInput>;

export const AddBlockInput = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  section: z.enum(SECTIONS, { error: "Choose a part of the report" }),
  type: z.enum(FORM_BLOCK_TYPES, { error: "Choose what to add" }),
});
export type AddBlockInput = z.infer<typeof AddBlockInput>;

export const BlockRef = z.object({ blockId: z.uuid() });
export type BlockRef = z.infer<typeof BlockRef>;

/** The neighbouring block, rather than a direction, so that sending the form twice moves the block once. */
export const MoveBlockInput = z.object({
  blockId: z.uuid(),
  place: z.enum(["before", "after"]),
  otherId: z.uuid(),
});
export type MoveBlockInput = z.infer<typeof MoveBlockInput>;

/** Where somebody's cursor is; null where they left. */
export const WritingInput = z.object({ reportId: z.uuid(), blockId: z.uuid().nullable() });
export type WritingInput = z.infer<typeof WritingInput>;

export const EvidenceInput = z.object({
  claimId: z.uuid(),
  supports: z.array(z.uuid()),
  contradicts: z.array(z.uuid()),
});
export type EvidenceInput = z.infer<typeof EvidenceInput>;

export const SaveVersionInput = z.object({
  reportId: z.uuid(),
  name: optionalText({ what: "The name", max: 100 }),
});
export type SaveVersionInput = z.infer<typeof SaveVersionInput>;

/** Who may open a published version. */
export const AUDIENCES = ["members", "public"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_WORDS: Record<Audience, { word: string; hint: string }> = {
  members: {
    word: "Members of this review",
    hint: "Facilitators, Fellows and DfE reviewers. They sign in to read it.",
  },
  public: {
    word: "Everybody",
    hint: "Anybody with the address can read it without signing in. What has been public cannot be called back from copies.",
  },
};

const AudienceChoice = z.enum(AUDIENCES, { error: "Choose who can read it" });
export const PublishForm = z.object({ reportId: z.uuid(), audience: AudienceChoice });
/** Members alone, unless something else is said. */
export type PublishInput = { reportId: string; audience?: Audience };

export const WithdrawInput = z.object({
  versionId: z.uuid(),
  notice: plainText({ what: "The notice", max: 600 }),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;

export const VersionRef = z.object({ versionId: z.uuid() });
export type VersionRef = z.infer<typeof VersionRef>;

/** The draft and the release that its figures are to come from. */
export const BindInput = z.object({ reportId: z.uuid(), releaseId: z.uuid() });
export type BindInput = z.infer<typeof BindInput>;

export const ReportRef = z.object({ reportId: z.uuid() });
export type ReportRef = z.infer<typeof ReportRef>;

/**
 * The part of an address made from a title: "Fellows’ roundtable, London" gives "fellows-roundtable-london".
 */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 60)
    .replace(/-$/, "");
  // Reserved: the address of the page that begins a report.
  return slug === "" || slug === "new" ? `${slug}report` : slug;
}
