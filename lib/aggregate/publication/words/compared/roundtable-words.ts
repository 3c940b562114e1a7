import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { isShown } from "../../published-count";
import type { ReleasedTable, ReleasedTheme } from "../../release-contents";
import type { PublishedFigure } from "../../shape/published-shape";
import { only, outOf, widestGap } from "./widest-gap";

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

/** The theme on which roundtables differ most, and the themes that were raised at one of them alone. */
export function roundtableContrasts(
  places: readonly ReleasedPlace[],
  themes: readonly ReleasedTheme[],
  stance: Stance | null,
): string[] {
  const widest = widestGap(
    places.map(({ roundtable, themes: own }) => ({
      name: roundtable.title,
      themes: Object.fromEntries(own.map((theme) => [theme.id, figureOf(theme, stance)])),
    })),
    themes,
  );
  return [
    widest === null
      ? "The rounded figures show no clear difference between these roundtables."
      : `The clearest difference is on ${widest.title}: ${outOf(widest.more)} people at ${widest.more.name} ${did(stance)}, but ${only(widest.less)} at ${widest.less.name}. It is larger than rounding can make it. It does not say why, and roundtables may have been asked different things.`,
    ...onlyAt(places, themes, stance),
  ];
}

function did(stance: Stance | null): string {
  return stance === null ? "raised it" : `raised it with the stance “${STANCES[stance].word}”`;
}

/** "At Leeds alone: Coaching; Delivery." for each roundtable that has any; a theme of which a figure is not shown is left out. */
function onlyAt(
  places: readonly ReleasedPlace[],
  themes: readonly ReleasedTheme[],
  stance: Stance | null,
): string[] {
  if (places.length < 2) return [];
  return places.flatMap((place) => {
    const own = themes.filter(({ id }) => raisedAt(place, id, stance) === true);
    const alone = own.filter(({ id }) =>
      places.every((other) => other === place || raisedAt(other, id, stance) === false),
    );
    const titles = alone.map(({ title }) => title).join("; ");
    return alone.length === 0 ? [] : [`At ${place.roundtable.title} alone: ${titles}.`];
  });
}

/** Whether anybody there did; null where that is not shown. */
function raisedAt(place: ReleasedPlace, themeId: string, stance: Stance | null): boolean | null {
  const theme = place.themes.find(({ id }) => id === themeId);
  const figure = theme && figureOf(theme, stance);
  if (!figure || !isShown(figure)) return null;
  return figure.count.is !== "none";
}
