import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import { citesKey, tellingOf, wordsKey, type ClaimEvidence } from "@/lib/report/draft/composed/telling";
import { SECTIONS, type Section } from "@/lib/report/draft/document-kind";
import type { Edit } from "./edit";
import type { DraftedBlock } from "./proposal";

/**
 * Which proposals were accepted and can be taken back, each by itself. Before an acceptance the draft is kept as a version, so
 * what a paragraph was before is in the newest version that has it otherwise. One that somebody has written in since is not
 * among them: taking it back would take their words too.
 */

/** A paragraph as a version has it. */
type KeptBlock = {
  blockId: string;
  section: Section;
  content: BlockContent;
  evidence: ClaimEvidence;
  erasedAt: Date | null;
};
export type KeptVersion = { id: string; number: number; blocks: readonly KeptBlock[] };

/** What was accepted, the version that has it as it was before, and the edit that takes it back. */
export type Accepted = { key: string; version: number; edit: Edit } & (
  | { is: "change" | "remove"; block: DraftedBlock; before: KeptBlock }
  | { is: "add"; block: DraftedBlock }
  | { is: "order"; section: Section; order: readonly string[] }
);

type AnsweredBlock = ComposedBlock & { answered: string };

type State = {
  composed: readonly AnsweredBlock[];
  drafted: readonly DraftedBlock[];
  /** Newest first, with the figures of the report's release. */
  versions: readonly KeptVersion[];
};

/** In the order of the document; orders of parts come last. */
export function acceptedChanges(state: State): Accepted[] {
  const answeredFor = new Map(
    state.composed.flatMap((row) =>
      row.blockId !== null && row.answered !== "" ? [[row.blockId, row]] : [],
    ),
  );
  const versions = state.versions.map((version) => ({
    ...version,
    has: new Map(version.blocks.map((block) => [block.blockId, block])),
  }));
  const changes = state.drafted.flatMap((block): Accepted[] => {
    const composed = answeredFor.get(block.id);
    if (!composed || block.erasedAt) return [];
    return block.removedAt ? removed(composed, block, versions) : written(composed, block, versions);
  });
  return [...changes, ...orders(state)];
}

type Indexed = KeptVersion & { has: ReadonlyMap<string, KeptBlock> };

/** Nothing in the evidence gave it any more, and it was taken out. */
function removed(composed: ComposedBlock, block: DraftedBlock, versions: readonly Indexed[]): Accepted[] {
  const version = versions.find(({ has }) => has.has(block.id));
  const before = version?.has.get(block.id);
  if (composed.current || !version || !before || before.erasedAt) return [];
  const { section, content, evidence } = before;
  const edit: Edit = { is: "write", blockId: block.id, section, content, evidence };
  return [keyed({ is: "remove", block, before, version: version.number, edit })];
}

/** It stands in the draft as it was composed, and was otherwise, or was not there, before. */
function written(composed: ComposedBlock, block: DraftedBlock, versions: readonly Indexed[]): Accepted[] {
  if (!composed.current || !isSame(block, composed)) return [];
  const version = versions.find(({ has }) => {
    const kept = has.get(block.id);
    return !kept || !isSame(block, kept);
  });
  if (!version) return [];
  const { number } = version;
  const before = version.has.get(block.id);
  if (!before)
    return [keyed({ is: "add", block, version: number, edit: { is: "remove", blockId: block.id } })];
  if (before.erasedAt) return [];
  const { section, content, evidence } = before;
  const words = canonicalJson(content) !== canonicalJson(block.content) || section !== block.section;
  const edit: Edit = words
    ? { is: "write", blockId: block.id, section, content, evidence }
    : { is: "cite", blockId: block.id, evidence };
  return [keyed({ is: "change", block, before, version: number, edit })];
}

type Words = Pick<KeptBlock, "section" | "content" | "evidence">;

/** The same words in the same part, which cite the same. A figure that took the words of another release is the same. */
function isSame(one: Words, other: Words): boolean {
  const [a, b] = [tellingOf(one, one.evidence), tellingOf(other, other.evidence)];
  return (
    one.section === other.section &&
    wordsKey(a, { figures: false }) === wordsKey(b, { figures: false }) &&
    citesKey(a) === citesKey(b)
  );
}

/** Parts whose paragraphs follow one another as they were composed, and did not before. */
function orders({ composed, drafted, versions }: State): Accepted[] {
  const answered = new Set(composed.flatMap(({ blockId, answered: key }) => (key === "" ? [] : [blockId])));
  return SECTIONS.flatMap((section): Accepted[] => {
    const here = drafted.filter((block) => block.section === section && !block.removedAt).map(({ id }) => id);
    if (!here.some((id) => answered.has(id))) return [];
    const mine = new Set(here);
    const asComposed = composed.flatMap(({ blockId }) => (blockId && mine.has(blockId) ? [blockId] : []));
    const known = new Set(asComposed);
    const now = here.filter((id) => known.has(id));
    if (now.join(" ") !== asComposed.join(" ")) return [];
    for (const { number, blocks } of versions) {
      const order = blocks.map(({ blockId }) => blockId).filter((id) => known.has(id));
      const before = new Set(order);
      if (order.join(" ") === now.filter((id) => before.has(id)).join(" ")) continue;
      return [keyed({ is: "order", section, order, version: number, edit: { is: "arrange", order } })];
    }
    return [];
  });
}

type Unkeyed = Accepted extends infer A ? (A extends Accepted ? Omit<A, "key"> : never) : never;

/** Named by everything that taking it back rests on, so that it is refused where any of it has changed. */
function keyed(accepted: Unkeyed): Accepted {
  const { is, version } = accepted;
  const on =
    accepted.is === "order"
      ? [accepted.section, accepted.order]
      : [
          accepted.block.id,
          accepted.block.revision,
          citesKey(tellingOf(accepted.block, accepted.block.evidence)),
        ];
  const key = Buffer.from(sha256(canonicalJson(["accepted", is, version, ...on]))).toString("hex");
  return { ...accepted, key };
}
