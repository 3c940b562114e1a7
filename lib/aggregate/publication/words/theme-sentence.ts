import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { isShown } from "../published-count";
import { isMostly } from "../report/figure-ref";
import { figureInWords, raisedSentence, type RaisedTheme } from "./published-words";
import type { Release, ReleasedTable, ReleasedTheme } from "../release-contents";

/** How many raised a theme, and where and how they did; null where nobody raised it, or their number is not shown. */
export function raisedTheme(
  theme: ReleasedTheme,
  table: ReleasedTable,
  release: Pick<Release, "tables">,
): RaisedTheme | null {
  const { people } = theme;
  if (people.count.is === "none" || !isShown(people)) return null;
  const where = table.roundtable === null ? raisedAt(theme, table, release) : null;
  const parts = ["", where, mostlyWords(theme)];
  const rest = parts.filter((part) => part !== null).join(", ");
  return { raised: figureInWords(people), ...(rest === "" ? {} : { rest }) };
}

/**
 * A theme of a release in one sentence: "Raised by about 15 of 29 people, at both roundtables, mostly as something to
 * improve." It says of roundtables and stances only what the published figures show.
 */
export function themeSentence(
  theme: ReleasedTheme,
  table: ReleasedTable,
  release: Pick<Release, "tables">,
): string {
  const told = raisedTheme(theme, table, release);
  if (told) return raisedSentence(told);
  return theme.people.count.is === "none"
    ? "Nobody raised this."
    : "The number of people who raised this is not shown.";
}

/** "at both roundtables", "at 2 of 3 roundtables"; null unless each roundtable has a table that shows the theme. */
function raisedAt(theme: ReleasedTheme, review: ReleasedTable, { tables }: Pick<Release, "tables">) {
  const of = review.roundtables;
  const own = tables
    .filter(({ roundtable }) => roundtable !== null)
    .flatMap(({ themes }) => themes.filter(({ id }) => id === theme.id));
  if (of < 2 || own.length !== of || own.some(({ people }) => !isShown(people))) return null;
  const raised = own.filter(({ people }) => people.count.is !== "none").length;
  if (raised < of) return `at ${raised} of ${of} roundtables`;
  return of === 2 ? "at both roundtables" : `at all ${of} roundtables`;
}

const AS: Record<Stance, string> = {
  strength: "as a strength",
  improvement: "as something to improve",
  ask: "as something they asked for",
  observation: "as an observation",
};

/**
 * The stances that more than half of those who raised the theme took, whatever counts the figures stand for. Stances
 * overlap, so that there may be several.
 */
export function mostlyWords(theme: ReleasedTheme): string | null {
  const most = STANCE_ORDER.filter((stance) => isMostly(theme, stance));
  if (most.length === 0) return null;
  const only = STANCE_ORDER.every(
    (stance) => most.includes(stance) || theme.stances[stance].count.is === "none",
  );
  return `${only && most.length === 1 ? "only" : "mostly"} ${most.map((stance) => AS[stance]).join(" and ")}`;
}
