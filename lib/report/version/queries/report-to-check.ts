import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { ReleasedCountsShape } from "@/lib/aggregate/publication/check/theme-history";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { readTold } from "@/lib/aggregate/publication/queries/told";
import type { ReportToCheck } from "@/lib/aggregate/publication/report/check-report";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { fault, type Check } from "@/lib/report/check/check";
import { readDraftChecks } from "@/lib/report/check/queries/draft-checks";
import { namedPeople } from "@/lib/report/check/queries/named-people";
import { readWaivers } from "@/lib/report/check/queries/waivers";
import { neededWaivers, tellingWaivers } from "@/lib/report/check/waiver";
import type { Claim } from "@/lib/report/claim/claim";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { readBlocks, type Block, type Report } from "@/lib/report/draft/queries/reports";
import { statementsOf } from "../statements";
import { hex } from "../version";

/** A draft as it would be published. */
export type ToPublish = {
  /** What its own checks found. */
  failing: Check[];
  /** null where the report is bound to no release. */
  toCheck: ReportToCheck | null;
  /** Everything that the check depends on: it is the same as long as nothing changed. */
  digest: string;
};

const Checked = z.record(z.string(), ReleasedCountsShape);

/** The caller has asked the policy already. */
export async function readToPublish(client: Tx, viewer: Viewer, report: Report): Promise<ToPublish> {
  const blocks = await readBlocks(client, report.id, { removedAt: null });
  const figures = await readReportFigures(client, viewer, report);
  const claims = await readClaims(client, report, figures);
  const checks = await readDraftChecks(client, report, { blocks, claims, figures });
  const waivers = neededWaivers(checks, await readWaivers(client, report.id));
  const printed = tellingWaivers(blocks, waivers);
  // Names in the reasons that are printed with it.
  const reasons = (printed ?? []).filter((block) => !blocks.includes(block));
  const named = await namedPeople(client, report.reviewId, reasons);
  const failing = [...named, ...(printed ? [] : [UNPRINTED]), ...checks].filter(({ blocking }) => blocking);
  const toCheck = figures && (await readToCheck(client, report, { blocks, claims, figures }));
  const contents = blocks.map(({ id, content }) => [id, content]);
  return { failing, toCheck, digest: hex(sha256(canonicalJson([contents, toCheck, waivers]))) };
}

const UNPRINTED: Check = {
  ...fault(
    "release",
    "A check was set aside, and the report has no note on its method to print the reason in. Add a paragraph under “How this report was made”.",
  ),
  blockId: null,
  claimId: null,
};

type Draft = { blocks: readonly Block[]; claims: ReadonlyMap<string, Claim>; figures: ReportFigures };

async function readToCheck(client: Tx, report: Report, { blocks, claims, figures }: Draft) {
  const { reviewId, roundtableId, review } = report;
  const themeOfFinding = await readThemesOfFindings(client, claims);
  const themesOf = await readThemesOfContributions(client, claims);
  const releases = await client.release.findMany({
    where: { reviewId },
    orderBy: { number: "asc" },
    select: { checked: true },
  });
  return {
    threshold: review.smallNumber,
    releases: releases.map(({ checked }) => Checked.parse(checked)),
    published: await readTold(client, reviewId),
    statements: statementsOf(blocks, {
      claims,
      release: figures.release.number,
      roundtableId,
      present: figures.table.present,
      threshold: review.smallNumber,
      themesOf: (id) => themesOf.get(id) ?? [],
      themeOfFinding: (id) => themeOfFinding.get(id) ?? null,
    }),
  };
}

async function readThemesOfFindings(client: Tx, claims: ReadonlyMap<string, Claim>) {
  const ids = [...claims.values()].flatMap(({ findingId }) => findingId ?? []);
  const rows = await client.finding.findMany({
    where: { id: { in: ids } },
    select: { id: true, themeId: true },
  });
  return new Map(rows.map(({ id, themeId }) => [id, themeId]));
}

/** The settled themes of the contributions that claims cite without telling a finding. */
async function readThemesOfContributions(client: Tx, claims: ReadonlyMap<string, Claim>) {
  const ids = [...claims.values()]
    .filter(({ findingId }) => findingId === null)
    .flatMap(({ supports }) => supports.map(({ id }) => id));
  const rows = await client.$queryRaw<{ id: string; theme: string }[]>`
    SELECT DISTINCT contribution_id AS id, theme_id AS theme FROM settled_tagging
    WHERE contribution_id = ANY(${ids}::uuid[])`;
  const themes = new Map<string, string[]>();
  for (const { id, theme } of rows) themes.set(id, [...(themes.get(id) ?? []), theme]);
  return themes;
}
