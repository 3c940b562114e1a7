import { hasSuggestions } from "@/lib/report/draft/block";
import { SECTIONS, type Section } from "@/lib/report/draft/document-kind";
import type { ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import {
  cited,
  citesKey,
  claimsTold,
  tellingOf,
  tellingOfDraft,
  wordsKey,
} from "@/lib/report/draft/composed/telling";
import { matched } from "./match-blocks";
import { keyed, type DraftedBlock, type FreshBlock, type Proposal } from "./proposal";

/** What is compared: each in its order. */
export type Regenerating = {
  /** As it was composed when somebody last answered for it. */
  composed: readonly ComposedBlock[];
  /** As it is, with what was removed from it. */
  drafted: readonly DraftedBlock[];
  /** As the evidence of now gives it. */
  fresh: readonly DraftBlock[];
};

export type Proposals = {
  /** In the order of the document. */
  proposals: Proposal[];
  fresh: readonly FreshBlock[];
  /** Which paragraph of the draft, and which of the earlier composition, one of `fresh` is. */
  blockAt: ReadonlyMap<number, string>;
  composedAt: ReadonlyMap<number, ComposedBlock>;
};

/**
 * What the evidence has changed: only where what was generated from it is another thing than before, whatever people have
 * written since. Paragraphs that people wrote are in no proposal, and neither are those whose words were removed for good.
 */
export function propose({ composed, drafted, fresh }: Regenerating): Proposals {
  const blocks = new Map(drafted.map((block) => [block.id, block]));
  const now = fresh.map((block, at): FreshBlock => ({ at, block, telling: tellingOfDraft(block) }));
  const pairs = matched(
    composed.map((one) => tellingOf(one, one.evidence)),
    now.map(({ telling }) => telling),
    (from) => composed[from]?.current === true,
  );
  const composedAt = new Map<number, ComposedBlock>();
  const blockAt = new Map<number, string>();
  const of = (one: ComposedBlock) => (one.blockId === null ? null : (blocks.get(one.blockId) ?? null));
  const changes: Placed[] = composed.flatMap((one, from) => {
    const to = pairs.get(from);
    const block = of(one);
    if (to === undefined) return gone(one, block);
    composedAt.set(to, one);
    // One that somebody moved to another part is no place for its neighbours.
    if (block && !block.removedAt && block.section === one.section) blockAt.set(to, block.id);
    const there = now[to];
    return there ? changed(one, block, there) : [];
  });
  const added = now
    .filter(({ at }) => !composedAt.has(at))
    .map((one): Placed => ({
      proposal: keyed({ is: "add", composed: null, block: null, fresh: one, theirs: false }),
      at: one.at,
    }));
  const orders = ordersOf({ composed, drafted, now, blockAt });
  const proposals = inDocumentOrder([...changes, ...added, ...orders], { drafted, now, blockAt });
  return { proposals, fresh: now, blockAt, composedAt };
}

/** A proposal with the paragraph, the place in the new composition, or the part that it is about. */
type Placed = { proposal: Proposal; block?: string; at?: number; section?: Section };

function gone(composed: ComposedBlock, block: DraftedBlock | null): Placed[] {
  if (!composed.current || !block || block.removedAt || block.erasedAt) return [];
  const theirs = isTheirs(composed, block);
  return [{ proposal: keyed({ is: "remove", composed, block, theirs }), block: block.id }];
}

function changed(composed: ComposedBlock, block: DraftedBlock | null, fresh: FreshBlock): Placed[] {
  const before = tellingOf(composed, composed.evidence);
  const sameWords = wordsKey(before) === wordsKey(fresh.telling);
  if (block?.erasedAt) return [];
  if (!block || block.removedAt) {
    if (sameWords && composed.current) return [];
    // Somebody removed it, unless the evidence no longer gave it then.
    const theirs = block !== null && (composed.current || isTheirs(composed, block));
    return [{ proposal: keyed({ is: "add", composed, block, fresh, theirs }), at: fresh.at }];
  }
  const now = tellingOf(block, block.evidence);
  const words = !sameWords && wordsKey(now) !== wordsKey(fresh.telling);
  const cites = citesKey(before) !== citesKey(fresh.telling) && citesDiffer(block, fresh);
  if (!words && !cites) return [];
  const theirs = isTheirs(composed, block);
  return [{ proposal: keyed({ is: "change", composed, block, fresh, theirs, words }), block: block.id }];
}

/** Whether a claim that the paragraph still makes would cite other contributions. */
function citesDiffer(block: DraftedBlock, { telling }: FreshBlock): boolean {
  const fresh = claimsTold(telling);
  return [...claimsTold(tellingOf(block, block.evidence))].some(([key, claim]) => {
    const other = fresh.get(key);
    return other !== undefined && String(cited(claim)) !== String(cited(other));
  });
}

/** A figure that took the words of another release was written by nobody. */
function isTheirs(composed: ComposedBlock, block: DraftedBlock): boolean {
  const [then, now] = [tellingOf(composed, composed.evidence), tellingOf(block, block.evidence)];
  return (
    block.section !== composed.section ||
    hasSuggestions(block.content) ||
    wordsKey(then, { figures: false }) !== wordsKey(now, { figures: false }) ||
    citesKey(then) !== citesKey(now)
  );
}

type Order = {
  composed: readonly ComposedBlock[];
  drafted: readonly DraftedBlock[];
  now: readonly FreshBlock[];
  blockAt: ReadonlyMap<number, string>;
};

/** Where the paragraphs of a part would follow one another otherwise than when they were composed, and than they do. */
function ordersOf({ composed, drafted, now, blockAt }: Order): Placed[] {
  return SECTIONS.flatMap((section) => {
    const order = now.flatMap(({ at, block }) => (block.section === section ? (blockAt.get(at) ?? []) : []));
    const mine = new Set(order);
    const before = composed.flatMap(({ blockId }) =>
      blockId !== null && mine.has(blockId) ? [blockId] : [],
    );
    const here = drafted.flatMap(({ id }) => (mine.has(id) ? [id] : []));
    if (sameOrder(order, before) || sameOrder(order, here)) return [];
    const theirs = !sameOrder(before, here);
    return [{ proposal: keyed({ is: "order", section, order, theirs }), section }];
  });
}

const sameOrder = (one: readonly string[], other: readonly string[]) => one.join(" ") === other.join(" ");

/** Where each stands in the draft; what would be added stands after what it would follow, an order at the end of its part. */
function inDocumentOrder(
  all: readonly Placed[],
  { drafted, now, blockAt }: Omit<Order, "composed">,
): Proposal[] {
  const position = new Map(drafted.map(({ id }, index) => [id, index]));
  const placeOf = ({ block, at, section }: Placed): [number, number] => {
    if (block !== undefined) return [position.get(block) ?? 0, -1];
    const lastOf = (one: Section) => drafted.findLastIndex((other) => other.section === one);
    if (section !== undefined) return [lastOf(section), now.length];
    const place = placeFor(at ?? 0, { fresh: now, blockAt });
    if ("after" in place) return [position.get(place.after) ?? 0, at ?? 0];
    if ("before" in place) return [(position.get(place.before) ?? 0) - 1, at ?? 0];
    const upTo = SECTIONS.slice(0, SECTIONS.indexOf(place.endOf) + 1).map(lastOf);
    return [Math.max(-1, ...upTo), at ?? 0];
  };
  return all
    .map((one) => ({ proposal: one.proposal, place: placeOf(one) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ proposal }) => proposal);
}

export type Place = { after: string } | { before: string } | { endOf: Section };

/** Where a new paragraph goes: after the nearest one before it in its part that the draft has, else before the next one. */
export function placeFor(
  at: number,
  { fresh, blockAt }: { fresh: readonly FreshBlock[]; blockAt: ReadonlyMap<number, string> },
): Place {
  const section = fresh[at]?.block.section ?? "final";
  const inPart = (one: number) => fresh[one]?.block.section === section;
  for (let one = at - 1; inPart(one); one--) {
    const after = blockAt.get(one);
    if (after !== undefined) return { after };
  }
  for (let one = at + 1; inPart(one); one++) {
    const before = blockAt.get(one);
    if (before !== undefined) return { before };
  }
  return { endOf: section };
}
