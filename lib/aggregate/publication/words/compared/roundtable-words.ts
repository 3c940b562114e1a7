import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { isShown } from "../../published-count";
import type { ReleasedTable, ReleasedTheme } from "../../release-contents";
import type { PublishedFigure } from "../../shape/published-shape";
import { gapsOf, only, outOf } from "./widest-gap";

/** A roundtable that has figures of its own. */
export type ReleasedPlace = ReleasedTable & { roundtable: NonNullable<ReleasedTable["roundtable"]> };

export function placesOf(tables: readonly ReleasedTable[]): ReleasedPlace[] {
  return tables.flatMap((table) =>
    table.roundtable === null ? [] : [{ ...table, roundtable: table.roundtable }],
  );
}

/** The figure of a theme: of all who raised it, or of those who took a stance. */
export function figureOf(theme: ReleasedTheme, stance: Stance | null): PublishedFigure {
  return stance === null ? theme.people : theme.stances[stance];
}

/** Whether some people came to several of them, so that they add up to more than the review has. */
export function cameTwice([review, ...places]: readonly ReleasedTable[]): boolean {
  const together = places.reduce((sum, { present }) => sum + present, 0);
  return review?.roundtable === null && together > review.present;
}

const WHY = "It does not say why, and roundtables may have been asked different things.";

/**
 * What sets these roundtables apart, in sentences: which themes a larger share raised at one than at another, whatever counts the
 * figures stand for, and which were raised at one alone, in all (`stance` null) or with a stance.
 */
export function roundtableContrasts(
  places: readonly ReleasedPlace[],
  themes: readonly ReleasedTheme[],
  stance: Stance | null,
): string[] {
  if (places.length < 2) return [];
  const alone = [stance, ...(stance === null ? STANCE_ORDER : [])].flatMap((one) =>
    onlyAt(places, themes, one),
  );
  return [...differences(places, themes, stance), ...alone];
}

function differences(
  places: readonly ReleasedPlace[],
  themes: readonly ReleasedTheme[],
  stance: Stance | null,
): string[] {
  const figures = places.flatMap(({ themes: own }) => own.map((theme) => figureOf(theme, stance)));
  if (figures.filter(isShown).every(({ count }) => count.is === "none" || count.is === "a few"))
    return ["Too few people to compare: every figure here is a few, or none."];
  const gaps = gapsOf(
    places.map(({ roundtable, themes: own }) => ({
      name: roundtable.title,
      themes: Object.fromEntries(own.map((theme) => [theme.id, figureOf(theme, stance)])),
    })),
    themes,
  );
  const [widest] = gaps;
  if (!widest)
    return ["Once rounding is allowed for, the figures show no difference between these roundtables."];
  const pairs = new Map<string, string[]>();
  for (const { title, more, less } of gaps) {
    const pair = `at ${more.name} than at ${less.name}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), title]);
  }
  return [
    `The widest difference is on ${widest.title}: ${outOf(widest.more)} people at ${widest.more.name} ${did(stance)}, but ${only(widest.less)} at ${widest.less.name}. ${WHY}`,
    ...[...pairs].map(
      ([pair, titles]) => `Raised by a larger share ${pair}, whatever the rounding: ${titles.join("; ")}.`,
    ),
  ];
}

function did(stance: Stance | null): string {
  return stance === null ? "raised it" : `raised it with the stance “${STANCES[stance].word}”`;
}

/** "Of these roundtables, at Leeds alone: Coaching; Delivery." A theme of which a figure is not shown is left out. */
function onlyAt(
  places: readonly ReleasedPlace[],
  themes: readonly ReleasedTheme[],
  stance: Stance | null,
): string[] {
  const as = stance === null ? "" : `, with the stance “${STANCES[stance].word}”`;
  return places.flatMap((place) => {
    const alone = themes.filter(
      ({ id }) =>
        raisedAt(place, id, stance) === true &&
        places.every((other) => other === place || raisedAt(other, id, stance) === false),
    );
    const titles = alone.map(({ title }) => title).join("; ");
    return alone.length === 0 ? [] : [`Of these, at ${place.roundtable.title} alone${as}: ${titles}.`];
  });
}

/** Whether anybody there did; null where that is not shown. */
function raisedAt(place: ReleasedPlace, themeId: string, stance: Stance | null): boolean | null {
  const theme = place.themes.find(({ id }) => id === themeId);
  const figure = theme && figureOf(theme, stance);
  if (!figure || !isShown(figure)) return null;
  return figure.count.is !== "none";
}
