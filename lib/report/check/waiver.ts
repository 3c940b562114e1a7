import { z } from "zod";
import { sha256 } from "@/lib/platform/digest";
import { plainText } from "@/lib/platform/text/text";
import { blockOf, runsOf } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { SECTION_WORDS, type Section } from "@/lib/report/draft/document-kind";
import type { Check, CheckKind } from "./check";

/** A serious check that the lead sets aside for one place, with a reason that the report prints. */

/**
 * The checks that may be set aside, with what each says in the method note. Those that protect people are not among them:
 * who said what, permission, quotations, small numbers, and what they rest on. Nor are those that anybody can put right at once.
 */
const WAIVABLE: Partial<Record<CheckKind, string>> = {
  framing: "a sentence reads as a report of what was said and cites no contribution",
  unheard: "words of a statement are found in none of the contributions behind it",
};

export function isWaivable({ kind, blocking, blockId }: Check): boolean {
  return blocking && blockId !== null && kind in WAIVABLE;
}

export const WaiveInput = z.object({
  reportId: z.uuid(),
  blockId: z.uuid(),
  revision: z.coerce.number().int().positive(),
  check: z.string().max(100),
  reason: plainText({ what: "The reason", max: 300 }),
});
export type WaiveInput = z.infer<typeof WaiveInput>;

export const WaiverRef = z.object({ waiverId: z.uuid() });
export type WaiverRef = z.infer<typeof WaiverRef>;

/** Which check of a block it is: its kind and a digest of what it said, which changes with the words that it is about. */
export function checkKey({ kind, claimId, message }: Check): string {
  const digest = sha256(JSON.stringify([claimId, message]));
  return `${kind} ${Buffer.from(digest).toString("hex").slice(0, 24)}`;
}

/** One that stands: the block still has the revision that it was given for. */
export type StandingWaiver = {
  id: string;
  blockId: string;
  section: Section;
  check: string;
  reason: string;
};

/** What is set aside no longer stops the draft, and says so. */
export function withWaivers(checks: readonly Check[], waivers: readonly StandingWaiver[]): Check[] {
  return checks.map((check) => {
    if (!isWaivable(check)) return check;
    const key = checkKey(check);
    const waiver = waivers.find((one) => one.blockId === check.blockId && one.check === key);
    return waiver ? { ...check, blocking: false, waiver: { id: waiver.id, reason: waiver.reason } } : check;
  });
}

/** The waivers that a check of the draft still needs: what was put right otherwise is not printed. */
export function neededWaivers(
  checks: readonly Check[],
  waivers: readonly StandingWaiver[],
): StandingWaiver[] {
  const needed = new Set(checks.flatMap(({ waiver }) => waiver?.id ?? []));
  return waivers.filter(({ id }) => needed.has(id));
}

type Part = { section: Section; content: BlockContent };

/** The draft with its waivers told at the end of the method note; null where it has no such note. */
export function tellingWaivers<B extends Part>(
  blocks: readonly B[],
  waivers: readonly StandingWaiver[],
): B[] | null {
  if (waivers.length === 0) return [...blocks];
  const at = blocks.findLastIndex(
    ({ section, content }) => section === "method" && content.type === "paragraph",
  );
  const note = blocks[at];
  if (!note) return null;
  const text = ` ${waivers.map(waiverSentence).join(" ")}`;
  const content = blockOf("paragraph", [...runsOf(note.content), { text, marks: [] }]);
  return blocks.map((block, index) => (index === at ? { ...block, content } : block));
}

function waiverSentence({ section, check, reason }: StandingWaiver): string {
  const kind = check.split(" ")[0] as CheckKind;
  const stop = /[.!?]$/.test(reason) ? "" : ".";
  return `Under “${SECTION_WORDS[section]}”, ${WAIVABLE[kind] ?? "a check was set aside"}. The reason given: ${reason}${stop}`;
}
