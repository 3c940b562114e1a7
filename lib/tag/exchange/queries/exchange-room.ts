import type { Viewer } from "@/lib/access/policy";
import { visibleMemos, visibleTaggings } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ExportKind } from "../file/export-kind";
import { MAX_ENTRIES, MAX_LINES } from "../format/limits";
import { exportedLines } from "./exchange-lines";

/** Refuses what one file does not take, so that what goes out can come in again. */
export async function requireRoom(
  viewer: Viewer,
  kind: ExportKind,
  within: Prisma.ContributionWhereInput,
): Promise<void> {
  const contribution = { AND: [within, exportedLines(viewer, kind)] };
  const lines = await db().contribution.count({ where: contribution });
  const codings = await db().tagging.count({
    where: {
      AND: [visibleTaggings(viewer), { contribution }],
      until: null,
      coder: { userId: { not: null } },
    },
  });
  const notes =
    kind === "own" ? await db().memo.count({ where: { AND: [visibleMemos(viewer), { contribution }] } }) : 0;
  if (lines > MAX_LINES || lines + codings + notes > MAX_ENTRIES)
    throw invalid(
      `One file takes up to ${MAX_LINES.toLocaleString("en-GB")} lines, and ${MAX_ENTRIES.toLocaleString("en-GB")} lines, codings and notes together. Take out one roundtable at a time.`,
    );
}
