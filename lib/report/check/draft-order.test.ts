import { expect, test } from "vitest";
import { ORDER_RULES } from "@/tests/support/report/draft-order";
import { sentenceRuns } from "@/tests/support/report/draft-prose";
import { randomSource } from "@/tests/support/report/random-source";
import { composeDraft } from "../draft/compose/compose";
import { paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft/draft-block";

/** What stands beside what in a generated draft: each rule misses what does not keep to it. */

const SEEDS = Array.from({ length: 30 }, (_, at) => at + 1);

type Change = (block: DraftBlock) => DraftBlock;
const without =
  (is: (run: DraftRun) => boolean): Change =>
  (block) => ({ ...block, runs: block.runs.filter((run) => !is(run)) });
const backwards: Change = (block) => ({
  ...block,
  runs: paragraphOf(block.section, sentenceRuns(block).reverse()).runs,
});
const withoutStops: Change = (block) => ({
  ...block,
  runs: block.runs
    .filter(({ text }) => text !== " ")
    .map((run) => ({ ...run, text: run.text.replace(/[.:]/g, ",") })),
});

const CHANGES: Record<keyof typeof ORDER_RULES, Change> = {
  hands: backwards,
  "other side": backwards,
  joined: withoutStops,
  pointer: without(({ claim }) => Boolean(claim?.findingId)),
  number: (block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, figure: undefined })) }),
  occasion: (block) =>
    block.section === "context" ? textBlock("context", block.type, "People came.") : block,
};

test.each(Object.keys(ORDER_RULES) as (keyof typeof ORDER_RULES)[])("%s", (rule) => {
  let found = 0;
  for (const seed of SEEDS) {
    const source = randomSource(seed);
    const blocks = composeDraft("full", source);
    expect(ORDER_RULES[rule](blocks, source), `seed ${seed}`).toEqual([]);
    found += ORDER_RULES[rule](blocks.map(CHANGES[rule]), source).length;
  }
  expect(found).toBeGreaterThan(SEEDS.length / 3);
});
