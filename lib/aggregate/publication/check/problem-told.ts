import { less, type CountOf, type ProblemBuilder, type Terms } from "./problem";
import { keyOf, sideOf, type FindingVariables } from "./problem-findings";
import type { Block } from "./table-block";
import type { ToldCount } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/** One side of a finding in one release, as its figures and reports tell it: the variable of each place. */
type Side = {
  name: string;
  blocks: ReleaseBlocks;
  review: number | undefined;
  roundtables: Map<string, number>;
};

/**
 * Adds what published reports tell of findings beyond their release: that somebody at a roundtable said it, that one person
 * did, or that a few did. A reader takes those people for some of those who raised the theme there, and adds up several
 * reports, also over releases between which nothing changed at a roundtable. What a sentence tells as one or a few is
 * known, and so is not protected itself. Every other count of a finding is.
 */
export function addTold(
  builder: ProblemBuilder,
  releases: readonly ReleaseBlocks[],
  told: readonly ToldCount[],
  findings: FindingVariables,
): void {
  const variables = new ToldVariables(builder, releases, findings);
  for (const count of told) {
    const blocks = releases.find(({ release }) => release.number === count.release);
    const place = blocks && (count.roundtableId ? blocks.roundtables.get(count.roundtableId) : blocks.review);
    // A roundtable that the release does not cover: the report was published when another release did.
    if (!place) continue;
    const own = variables.of(blocks, count);
    builder.constrainAtLeast([[own, 1]], count.low, count.high);
    builder.constrainAtLeast(less(place.people, [[own, 1]]), 0, Infinity);
    if (count.high < builder.threshold) variables.known.add(own);
  }
  for (const side of variables.sides.values()) addUp(builder, side);
  followOn(builder, releases, variables);
  for (const [variable, of] of variables.counts)
    if (!variables.known.has(variable)) builder.protect(of, [[variable, 1]]);
}

/** One variable for the same people, wherever they are told of. */
class ToldVariables {
  readonly sides = new Map<string, Side>();
  /** Which count each variable is. */
  readonly counts = new Map<number, CountOf>();
  readonly known = new Set<number>();
  readonly #at = new Map<Block, Map<string, number>>();

  constructor(
    private readonly builder: ProblemBuilder,
    releases: readonly ReleaseBlocks[],
    readonly findings: FindingVariables,
  ) {
    for (const { release, roundtables } of releases)
      for (const finding of release.findings) {
        const variable = findings.get(keyOf(release.number, finding));
        if (variable === undefined) continue;
        const place = { finding: sideOf(finding) };
        this.counts.set(variable, { release: release.number, place, counted: null });
        const [only] = roundtables.size === 1 ? roundtables.values() : [];
        // At the only roundtable of a release are those of the review.
        if (only) this.#remember(only, `${sideOf(finding)} ${finding.people}`, variable);
      }
  }

  of(blocks: ReleaseBlocks, count: ToldCount): number {
    const key = keyOf(count.release, count);
    const side = this.sides.get(key) ?? {
      name: sideOf(count),
      blocks,
      review: this.findings.get(key),
      roundtables: new Map<string, number>(),
    };
    this.sides.set(key, side);
    const only = blocks.roundtables.size === 1 ? [...blocks.roundtables.keys()][0] : undefined;
    const roundtableId = count.roundtableId ?? only ?? null;
    const known = roundtableId === null ? side.review : side.roundtables.get(roundtableId);
    if (known !== undefined) return known;
    const variable = this.#variableAt(blocks, roundtableId, count);
    if (roundtableId === null || roundtableId === only) side.review ??= variable;
    if (roundtableId !== null) side.roundtables.set(roundtableId, variable);
    return variable;
  }

  /** The variable of the same people in another release, where nothing changed at the roundtable; else a new one. */
  #variableAt({ roundtables }: ReleaseBlocks, roundtableId: string | null, count: ToldCount): number {
    const block = roundtableId === null ? undefined : roundtables.get(roundtableId);
    const name = `${sideOf(count)} ${count.people}`;
    const same = block && this.#at.get(block)?.get(name);
    if (same !== undefined) return same;
    const variable = this.builder.variable(count.people);
    this.builder.move([[variable, 1]]);
    this.builder.move([[variable, -1]]);
    const finding = sideOf(count);
    const place = roundtableId === null ? { finding } : { finding, roundtable: roundtableId };
    this.counts.set(variable, { release: count.release, place, counted: null });
    if (block) this.#remember(block, name, variable);
    return variable;
  }

  #remember(block: Block, name: string, variable: number): void {
    const own = this.#at.get(block) ?? new Map<string, number>();
    if (!own.has(name)) own.set(name, variable);
    this.#at.set(block, own);
  }
}

/** From one release that a report tells of to the next, nobody goes, and at most the new people come. */
function followOn(
  builder: ProblemBuilder,
  releases: readonly ReleaseBlocks[],
  { sides, findings }: ToldVariables,
): void {
  const told = new Set([...sides.values()].map(({ name }) => name));
  for (const name of told) {
    const inOrder = releases.flatMap(({ release }) => {
      const key = `${release.number} ${name}`;
      const variable = findings.get(key) ?? sides.get(key)?.review;
      return variable === undefined ? [] : [{ variable, present: release.review.present }];
    });
    inOrder.slice(1).forEach(({ variable, present }, at) => {
      const before = inOrder[at];
      if (!before) return;
      const more = less([[variable, 1]], [[before.variable, 1]]);
      builder.constrainAtLeast(more, 0, Math.max(0, present - before.present));
    });
  }
}

/** Those at the roundtables are those in the review, but for people who came to several. */
function addUp(builder: ProblemBuilder, { blocks, review, roundtables }: Side): void {
  if (review === undefined || roundtables.size === 0) return;
  const parts = [...new Set(roundtables.values())].map((variable) => [variable, 1] as const);
  const isComplete = [...blocks.roundtables.keys()].every((id) => roundtables.has(id));
  const more: Terms = less([[review, 1]], parts);
  builder.constrainAtLeast(more, -blocks.again, isComplete ? 0 : Infinity);
  for (const part of parts) builder.constrainAtLeast(less([[review, 1]], [part]), 0, Infinity);
}
