import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { STANCE_BIT } from "@/lib/aggregate/figures/figures";
import { less, type Constraint, type ProblemBuilder, type Terms } from "./problem";
import type { CountedTable, Patterns } from "./theme-history";

/** How many people raised the theme in one table, and how many took each stance: sums of unknown numbers. */
export type Block = { people: Terms; stances: Readonly<Record<Stance, Terms>> };

/** The people (null), and the people with each stance. */
export const COUNTED = [null, ...STANCE_ORDER] as const;
export type Counted = (typeof COUNTED)[number];

export function termsOf(block: Block, counted: Counted): Terms {
  return counted === null ? block.people : block.stances[counted];
}

/** People who took that stance, with or without others; null: any. */
export function peopleWith(patterns: Patterns, counted: Counted): number {
  return Object.entries(patterns)
    .filter(([pattern]) => counted === null || (Number(pattern) & STANCE_BIT[counted]) !== 0)
    .reduce((sum, [, people]) => sum + people, 0);
}

/**
 * Five unknown numbers for a table: n people raised the theme, and s₁ to s₄ of them took each stance. Sets of stances
 * that give these numbers exist if and only if max s ≤ n ≤ Σ s, so no unknown is needed for each set.
 */
export function tableBlock(builder: ProblemBuilder, { present, patterns }: CountedTable): Block {
  const variable = (counted: Counted): Terms => [[builder.variable(peopleWith(patterns, counted)), 1]];
  const block: Block = {
    people: variable(null),
    stances: {
      strength: variable("strength"),
      improvement: variable("improvement"),
      ask: variable("ask"),
      observation: variable("observation"),
    },
  };
  builder.constrain(block.people, 0, present);
  builder.constrain(less(allStances(block), block.people), 0, Infinity);
  for (const stance of STANCE_ORDER)
    builder.constrain(less(block.people, block.stances[stance]), 0, Infinity);
  return block;
}

function allStances({ stances }: Block): Terms {
  return STANCE_ORDER.flatMap((stance) => stances[stance]);
}

/**
 * What a participant knows who took exactly these stances: without them, the numbers that are left must still be those
 * of people (max s ≤ n ≤ Σ s).
 */
export function knownBy(pattern: number, present: number, block: Block): Constraint[] {
  if (pattern === 0) return [{ terms: block.people, low: 0, high: present - 1 }];
  const own = STANCE_ORDER.filter((stance) => (pattern & STANCE_BIT[stance]) !== 0);
  return [
    { terms: less(allStances(block), block.people), low: own.length - 1, high: Infinity },
    ...STANCE_ORDER.map((stance): Constraint =>
      own.includes(stance)
        ? { terms: block.stances[stance], low: 1, high: Infinity }
        : { terms: less(block.people, block.stances[stance]), low: 1, high: Infinity },
    ),
  ];
}

/** One person with these stances more (1) or fewer (−1), or one of them who also took a stance, or took it no longer. */
export type Change = { people: number; stances: Partial<Record<Stance, number>> };

/** Changes that one person may make. Together they reach the numbers close to the truth. */
export const CHANGES: readonly Change[] = [1, -1].flatMap((by): Change[] => [
  { people: by, stances: {} },
  ...STANCE_ORDER.flatMap((stance): Change[] => [
    { people: by, stances: { [stance]: by } },
    { people: 0, stances: { [stance]: by } },
    ...STANCE_ORDER.filter((other) => other !== stance).map((other): Change => ({
      people: 0,
      stances: { [stance]: by, [other]: -by },
    })),
  ]),
]);

/** The change in the variables of blocks that have variables of their own. */
export function changeTerms(blocks: readonly Block[], { people, stances }: Change): Terms {
  const variables = (terms: Terms, by: number): Terms => terms.map(([variable]) => [variable, by]);
  return blocks.flatMap((block) => [
    ...(people === 0 ? [] : variables(block.people, people)),
    ...STANCE_ORDER.flatMap((stance) => {
      const by = stances[stance] ?? 0;
      return by === 0 ? [] : variables(block.stances[stance], by);
    }),
  ]);
}
