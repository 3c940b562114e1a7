import type { Viewer } from "@/lib/access/policy";
import { visibleMemos, visibleTaggings } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ExportKind } from "../file/export-kind";
import { MAX_ENTRIES, MAX_CONTRIBUTIONS } from "../format/limits";
import { exportedContributions } from "./exchange-contributions";

/** Refuses more than one file may contain, so that every export can be imported again. */
export async function requireWithinLimits(
  viewer: Viewer,
  kind: ExportKind,
  within: Prisma.ContributionWhereInput,
): Promise<void> {
  const contribution = { AND: [within, exportedContributions(viewer, kind)] };
  const contributions = await db().contribution.count({ where: contribution });
  const codings = await db().tagging.count({
    where: {
      AND: [visibleTaggings(viewer), { contribution }],
      until: null,
      coder: { userId: { not: null } },
    },
  });
  const notes =
    kind === "own" ? await db().memo.count({ where: { AND: [visibleMemos(viewer), { contribution }] } }) : 0;
  if (contributions > MAX_CONTRIBUTIONS || contributions + codings + notes > MAX_ENTRIES)
    throw invalid(
      `One file takes up to ${MAX_CONTRIBUTIONS.toLocaleString("en-GB")} contributions, and ${MAX_ENTRIES.toLocaleString("en-GB")} contributions, codings and notes together. Take out one roundtable at a time.`,
    );
}
