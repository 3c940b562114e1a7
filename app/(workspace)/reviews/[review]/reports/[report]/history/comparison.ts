import { can, type Viewer } from "@/lib/access/policy";
import { toldInWords } from "@/lib/aggregate/publication/words/told-words";
import { formatDate } from "@/lib/platform/text/dates";
import type { Report } from "@/lib/report/draft/queries/reports";
import { compareVersions, type BlockChange, type ComparedBlock } from "@/lib/report/version/compare/compare";
import { getSnapshot } from "@/lib/report/version/queries/draft-snapshot";
import { getVersion, listVersions, type VersionSummary } from "@/lib/report/version/queries/versions";

/** In the address: the draft as it is now. */
export const DRAFT = "draft";

export type Choice = { value: string; label: string };

/** What the viewer may compare, the newest first. A version’s name is for facilitators. */
export async function comparable(viewer: Viewer, report: Report): Promise<Choice[]> {
  const works = can(viewer, "review.work", report);
  const versions = await listVersions(viewer, report);
  const choices = versions.map((version) => ({
    value: String(version.number),
    label: versionWords(version, works),
  }));
  return can(viewer, "report.write", report)
    ? [{ value: DRAFT, label: "The draft as it is now" }, ...choices]
    : choices;
}

function versionWords({ number, name, savedAt }: VersionSummary, works: boolean): string {
  const called = works && name !== "" ? ` “${name}”` : "";
  return `Version ${number}${called}, ${formatDate(savedAt)}`;
}

/** What differs from the one to the other. Refuses with not-found a version that the viewer may not open. */
export async function readComparison(
  viewer: Viewer,
  report: Report,
  { from, to }: { from: string; to: string },
): Promise<BlockChange[]> {
  const before = await readSide(viewer, report, from);
  const after = await readSide(viewer, report, to);
  return compareVersions(before, after, (told) => toldInWords(told, report.review.smallNumber));
}

async function readSide(viewer: Viewer, report: Report, side: string): Promise<readonly ComparedBlock[]> {
  if (side === DRAFT) return getSnapshot(viewer, report);
  return (await getVersion(viewer, report, Number(side))).blocks;
}
