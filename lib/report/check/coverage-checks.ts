import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Claim } from "@/lib/report/claim/claim";
import { claimsIn } from "@/lib/report/draft/block";
import type { ReportKind } from "@/lib/report/draft/document-kind";
import { advice, type Check } from "./check";
import type { CheckedBlock } from "./checks";

type Covering = {
  claims: ReadonlyMap<string, Claim>;
  figures: ReportFigures | null;
  /** A full report is expected to tell of groups; without a kind nothing is expected of it. */
  kind?: ReportKind;
};

/** Stances whose telling readers expect. An observation says how things are, and may be left out. */
const EXPECTED = { strength: "strengths", improvement: "things to improve", ask: "requests" } as const;

/** Themes, stances and groups with people enough for a number that a draft says nothing of. */
export function coverageChecks(
  blocks: readonly CheckedBlock[],
  { claims, figures, kind }: Covering,
): Check[] {
  if (!figures) return [];
  const shown = new Set(
    blocks.flatMap(({ content }) => (content.type === "figure" ? [content.attrs.of] : [])),
  );
  const told = toldThemes(blocks, claims, figures);
  const tabled = shown.has("themes") || shown.has("stances");
  const themes = figures.table.themes.filter(({ axis, slug }) => axis === "theme" && slug !== OTHER);
  const messages = themes.flatMap(({ id, title, people, stances }) => {
    if (!isMany(people)) return [];
    const stancesTold = told.get(id);
    if (!stancesTold)
      return tabled
        ? []
        : [`The draft says nothing about “${title}”, which enough people raised for a number.`];
    const missing = (Object.keys(EXPECTED) as (keyof typeof EXPECTED)[]).filter(
      (stance) => isMany(stances[stance]) && !stancesTold.has(stance),
    );
    return tabled
      ? []
      : missing.map(
          (stance) =>
            `The draft tells no ${EXPECTED[stance]} under “${title}”, which enough people named for a number.`,
        );
  });
  const groups =
    kind === "full"
      ? figures.breakdowns.filter(({ attribute, groups: own }) => own.length > 1 && !shown.has(attribute))
      : [];
  return [
    ...messages.map((message) => `${message} ${MEND}`),
    ...groups.map(
      ({ attribute }) =>
        `The release shows who raised what by ${attribute}, and the report does not. Insert that table, or leave it out on purpose.`,
    ),
  ].map((message) => ({ ...advice("coverage", message), blockId: null, claimId: null }));
}

/** The theme of the built-in codebook for what fits none. */
const OTHER = "other";

const MEND = "Add a finding of it, or leave it out on purpose.";

/** The themes that the draft's claims tell of, with the stances that they tell. */
function toldThemes(blocks: readonly CheckedBlock[], claims: Covering["claims"], figures: ReportFigures) {
  const told = new Map<string, Set<Stance>>();
  for (const claim of blocks.flatMap(({ content }) =>
    claimsIn(content).flatMap((id) => claims.get(id) ?? []),
  )) {
    const finding =
      claim.finding ?? figures.findings.find(({ id }) => id === claim.findingId && claim.findingId !== null);
    const themeId = claim.themeId ?? finding?.themeId;
    if (!themeId) continue;
    const stance = claim.themeId ? claim.stance : finding?.stance;
    const stances = told.get(themeId) ?? new Set();
    if (stance) stances.add(stance);
    told.set(themeId, stances);
  }
  return told;
}

function isMany({ count }: PublishedFigure): boolean {
  return count.is === "about" || count.is === "nearly all";
}
