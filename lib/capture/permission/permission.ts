import { z } from "zod";
import { PERMISSION_LEVELS, type PermissionLevel } from "@/lib/capture/people/permission-choices";
import type { Confidentiality } from "@/lib/capture/roundtable/roundtable";
import { plainText } from "@/lib/platform/text/text";
import { blankAsNull } from "@/lib/platform/text/form-values";
import type { DrawnCode } from "./permission-code";

/** How much each choice allows; an unrecorded choice allows no more than "not to be published". */
const WIDTH: Record<PermissionLevel, number> = { not_published: 0, paraphrase: 1, verbatim: 2 };

/** Whether the change narrows what was permitted: its consequences are then shown first. */
export function isNarrowing(from: PermissionLevel | null, to: PermissionLevel | null): boolean {
  return WIDTH[to ?? "not_published"] < WIDTH[from ?? "not_published"];
}

/** How long a participant's link is valid, unless it is made again. */
export const LINK_DAYS = 60;

/** 32 random bytes as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
export const PermissionToken = z.string().regex(TOKEN);

/** By the address itself, or by the scanned QR code, whose address says so. */
export type LinkMeans = "link" | "qr_code";

export function meansOf(by: unknown): LinkMeans {
  return by === "qr" ? "qr_code" : "link";
}

const level = z.enum(PERMISSION_LEVELS, { error: "Choose what may happen with what you say" });

/** What a participant sends from their own page; `wording` is the version that they read. */
export const ChoiceForm = z.object({
  level,
  wording: z.coerce.number().int().positive(),
  by: z.preprocess(blankAsNull, z.string().nullable()).optional(),
  confirmed: z.preprocess((value) => value === "yes", z.boolean()).optional(),
});

export type ChoosePermissionInput = {
  token: string;
  level: PermissionLevel;
  wording: number;
  means: LinkMeans;
};

/** What the page of a link shows: never a name. */
export type PermissionPage = {
  participantId: string;
  label: string;
  review: string;
  roundtable: string;
  heldOn: Date;
  host: string;
  confidentiality: Confidentiality;
  expiresAt: Date;
  wording: { version: number; text: string };
  chosen: { level: PermissionLevel; wording: number; from: Date } | null;
};

const WHOSE_LINKS = ["missing", "all", "none"] as const;

export const MakeLinksInput = z.object({
  roundtableId: z.uuid(),
  whose: z.enum(WHOSE_LINKS, { error: "Choose who to make slips for" }),
});
export type MakeLinksInput = z.output<typeof MakeLinksInput>;

export const LinkInput = z.object({ participantId: z.uuid() });
export type LinkInput = z.output<typeof LinkInput>;

/** A link as it is shown once, when it is made: afterwards only its hash is stored. */
export type MadeLink = { label: string; token: string | null };

/** A participant's slip; one without a link is for paper only. */
export type Slip = { label: string; link: { address: string; code: DrawnCode } | null };
export type SlipState = { ok: true; slips: Slip[] } | { ok: false; problem: string } | null;

export const WordingInput = z.object({
  reviewId: z.uuid(),
  /** The version that was on the page, so that nobody overwrites a wording they have not read. */
  version: z.coerce.number().int().min(0),
  text: plainText({ what: "Wording", max: 5_000 }),
});
export type WordingInput = z.output<typeof WordingInput>;

export type Wording = { version: number; text: string; since: Date | null; choices: number };
