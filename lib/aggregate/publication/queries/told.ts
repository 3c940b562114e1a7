import type { Tx } from "@/lib/platform/db";
import type { ToldCount } from "../check/theme-history";

/**
 * What the published reports of a review tell beyond their releases, withdrawn ones too: what was published cannot be called
 * back. The caller has asked the policy already.
 */
export async function readTold(client: Tx, reviewId: string): Promise<(ToldCount & { themeId: string })[]> {
  const rows = await client.publishedStatement.findMany({
    where: { version: { report: { reviewId } } },
    orderBy: { id: "asc" },
    select: {
      themeId: true,
      findingId: true,
      side: true,
      roundtableId: true,
      people: true,
      low: true,
      high: true,
      version: { select: { release: { select: { number: true } } } },
    },
  });
  return rows.flatMap(({ version, side, ...row }) =>
    version.release
      ? [{ ...row, release: version.release.number, side: side === "contradicts" ? "against" : "for" }]
      : [],
  );
}
