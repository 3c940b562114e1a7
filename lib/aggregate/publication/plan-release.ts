import type { Counts, ThemeCounts } from "@/lib/aggregate/figures/figures";
import { mayBeCountedAgain, shownGroups } from "./breakdown-groups";
import { coarsen } from "./check/coarsen";
import type { ReleasedCounts } from "./check/theme-history";
import { pairsOfTheme, planNpqs } from "./plan-npqs";
import { byPublishedCount, publishCount } from "./published-count";
import type { PublishedFigure } from "./shape/published-shape";
import type { ReleasedBreakdown, ReleasedFinding, ReleasedTable, ReleasedTheme } from "./release-contents";
import { releasedCounts, carriedCounts } from "./release-counts";
import type {
  CheckedThemes,
  FindingCounts,
  ReleaseInput,
  LeftOut,
  ReleasePlan,
  Breakdown,
} from "./release-source";

/** Publishes what may be published of the counts, theme by theme: themes say nothing about one another. */
export function planRelease(input: ReleaseInput): ReleasePlan {
  const [review] = input.counts;
  if (!review) throw new Error("A release without counts cannot be planned.");
  const breakdowns = input.carried ? [] : input.breakdowns.flatMap((one) => countedAgain(one, input));
  const checked: Record<string, ReleasedCounts> = {};
  const leftOut: LeftOut[] = [];
  for (const theme of review.themes) {
    const history = input.before.flatMap((one) => one.checked[theme.id] ?? []);
    const last = input.carried ? history.at(-1) : undefined;
    const counted = last ? carriedCounts(last, theme.id, input) : releasedCounts(theme, input, breakdowns);
    const planned = { ...counted, findings: [...counted.findings, ...pairsOfTheme(theme.id, input)] };
    const { history: safe, held } = coarsen({
      themeId: theme.id,
      threshold: input.threshold,
      releases: [...history, planned],
      told: input.told.filter(({ themeId }) => themeId === theme.id),
    });
    checked[theme.id] = safe.releases.at(-1) ?? planned;
    leftOut.push(...held.map((one) => ({ themeId: theme.id, held: one })));
  }
  const npqs = planNpqs(input, checked);
  return {
    tables: input.carried
      ? [...input.carried]
      : input.counts.flatMap((counts) => releasedTable(counts, checked, input)),
    breakdowns: releasedBreakdowns(input, breakdowns, checked),
    findings: input.findings.flatMap((finding) => releasedFinding(finding, checked)),
    npqs: npqs.npqs,
    checked: npqs.checked,
    leftOut: [...leftOut, ...npqs.leftOut],
  };
}

function countedAgain(
  { attribute, groups }: ReleaseInput["breakdowns"][number],
  { threshold, before }: ReleaseInput,
): Breakdown[] {
  const shown = shownGroups(groups, threshold);
  const last = before.at(-1)?.breakdowns.find((one) => one.attribute === attribute);
  const may = shown.length > 0 && (!last || mayBeCountedAgain(last.groups, shown, threshold));
  return may ? [{ attribute, groups: shown }] : [];
}

function releasedTable(
  counts: Counts,
  checked: CheckedThemes,
  { counts: [review] }: ReleaseInput,
): ReleasedTable[] {
  const { roundtable, roundtables } = counts.scope;
  const themes = counts.themes.flatMap((theme): ReleasedTheme[] => {
    const safe = checked[theme.id];
    const table = roundtable
      ? safe?.roundtables.find(({ roundtableId }) => roundtableId === roundtable.id)
      : safe?.review;
    if (!table?.published) return [];
    const { id, slug, title, colour, axis } = theme;
    const { people, stances } = table.published;
    return [{ id, slug, title, colour, axis, people, stances, hands: publicHands(theme, people) }];
  });
  if (themes.length === 0 && counts !== review) return [];
  themes.sort((a, b) => byPublishedCount(a.people, b.people) || a.title.localeCompare(b.title, "en-GB"));
  return [{ roundtable, roundtables, present: counts.present, themes }];
}

/** Exact, unless fewer people were asked than make a number. */
function publicHands({ hands }: ThemeCounts, { threshold }: PublishedFigure) {
  return hands.filter(({ asked }) => asked >= threshold).map(({ raised, asked }) => ({ raised, asked }));
}

/** Those counted now, and those of an earlier release that were not counted again. */
function releasedBreakdowns(
  { number, before, threshold }: ReleaseInput,
  breakdowns: readonly Breakdown[],
  checked: CheckedThemes,
): ReleasedBreakdown[] {
  const now = breakdowns.map(({ attribute, groups }): ReleasedBreakdown => ({
    attribute,
    release: number,
    groups: groups.map(({ group, present }) => ({
      group,
      present,
      themes: Object.fromEntries(
        Object.entries(checked).map(([id, { breakdowns: safe }]) => {
          const own = safe
            .find((one) => one.attribute === attribute)
            ?.groups.find((one) => one.group === group);
          return [id, own?.published ?? publishCount(0, present, threshold)];
        }),
      ),
    })),
  }));
  const carried = (before.at(-1)?.breakdowns ?? []).filter(
    ({ attribute }) => !breakdowns.some((one) => one.attribute === attribute),
  );
  return [...now, ...carried];
}

function releasedFinding(finding: FindingCounts, checked: CheckedThemes): ReleasedFinding[] {
  const { id, themeId, stance, text, counterView } = finding;
  const sides = checked[themeId]?.findings.filter(({ findingId }) => findingId === id) ?? [];
  const supports = sides.find(({ side }) => side === "for")?.published;
  const contradicts = sides.find(({ side }) => side === "against")?.published;
  if (!supports || !contradicts) return [];
  return [{ id, themeId, stance, text, counterView, supports, contradicts }];
}
