import type { Tx } from "@/lib/platform/db";
import { writeSummary } from "@/lib/synthesise/matrix/commands/write-summary";
import type { Demonstration, DemoSummary } from "./demonstration/types";
import { need, type Known } from "./seed-roundtable";

/** Writes the summaries of the framework matrix, each from the contributions that it says were read. */
export async function seedSummaries(
  tx: Tx,
  known: Known,
  { roundtables, summaries }: Pick<Demonstration, "roundtables" | "summaries">,
): Promise<void> {
  const said = new Map<string, Demonstration["roundtables"][number]["contributions"][number]>(
    roundtables.flatMap(({ contributions }) => contributions.map((one) => [one.key, one])),
  );
  for (const summary of summaries) {
    const { theme, text, seen } = summary;
    await writeSummary.within(tx, known.facilitator, {
      reviewId: known.reviewId,
      ...(await rowOf(tx, known, summary)),
      themeId: need(known.themes, theme),
      revision: 0,
      text,
      seen: seen.map((key) => {
        const { id, tags } = need(said, key);
        const stances = tags.filter((tag) => tag.theme === theme).map(({ stance }) => stance);
        return { id, revision: 1, stances };
      }),
      combined: [],
    });
  }
}

async function rowOf(tx: Tx, { reviewId, personIds }: Known, summary: DemoSummary) {
  if ("person" in summary) return { rows: "people" as const, rowId: need(personIds, summary.person) };
  const { id } = await tx.roundtable.findUniqueOrThrow({
    where: { reviewId_slug: { reviewId, slug: summary.roundtable } },
    select: { id: true },
  });
  return { rows: "roundtables" as const, rowId: id };
}
