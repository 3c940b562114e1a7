/** Themes belong to the review; areas are DfE's own, a second and independent axis. */
export const AXES = { theme: "Themes", area: "DfE areas" } as const;
export type Axis = keyof typeof AXES;
export const AXIS_ORDER = ["theme", "area"] as const satisfies Axis[];

export type Theme = {
  id: string;
  slug: string;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  /**
   * In the form of signal-words.ts: how people speak of the theme, which does not define what belongs under
   * it.
   */
  signalWords: string;
  axis: Axis;
  /** "1" to "11": the number of a hue. */
  colour: string;
  revision: number;
  /** The revision that last changed the meaning of the theme. */
  meaningSince: number;
  /** Its parent, one level up; null at the top. */
  parentId: string | null;
  retired: boolean;
};

/** Set under a revision whose meaning has changed since: somebody has to look at the contribution again. */
export function isStale(tagging: { themeRevision: number }, theme: Pick<Theme, "meaningSince">): boolean {
  return tagging.themeRevision < theme.meaningSince;
}

/** An earlier version of a theme. */
export type ThemeRevision = Pick<
  Theme,
  "revision" | "title" | "definition" | "includes" | "excludes" | "signalWords"
> & {
  endedAt: Date;
  /** null for viewers who do not work on the review. */
  endedBy: string | null;
};

type MeaningTexts = Pick<Theme, "definition" | "includes" | "excludes">;
type Texts = MeaningTexts & Pick<Theme, "title" | "signalWords">;

function sameMeaningTexts(a: MeaningTexts, b: MeaningTexts): boolean {
  return a.definition === b.definition && a.includes === b.includes && a.excludes === b.excludes;
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return a.title === b.title && a.signalWords === b.signalWords && sameMeaningTexts(a, b);
}

/** A title or signal words do not define what belongs under a theme, so changing only them is wording. */
export function changesMeaning(before: Texts, after: Texts & { changes?: "meaning" | "wording" }): boolean {
  return after.changes !== "wording" && !sameMeaningTexts(before, after);
}

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];

/** The least used hue among these, the lowest number first. */
export function nextColour(colours: readonly string[]): string {
  return hueCount(colours).least();
}

/** How often each hue is used, counting those that are added. */
export function hueCount(colours: Iterable<string> = []) {
  const uses = new Map<string, number>();
  const of = (hue: string) => uses.get(hue) ?? 0;
  const add = (hue: string) => void uses.set(hue, of(hue) + 1);
  for (const colour of colours) add(colour);
  return { add, least: () => HUES.reduce((best, hue) => (of(hue) < of(best) ? hue : best)) };
}

/** A theme in a list of choices: its level, and whether it is retired. */
export function choiceWords({
  title,
  parentId,
  retired,
}: Pick<Theme, "title" | "parentId" | "retired">): string {
  return `${parentId === null ? "" : "– "}${title}${retired ? " (retired)" : ""}`;
}

type Placed = { axis: Axis; position: number | null; title: string };

/** Themes before areas, each in its place; those without a place last, by title. */
export function byPlace(a: Placed, b: Placed): number {
  const axis = AXIS_ORDER.indexOf(a.axis) - AXIS_ORDER.indexOf(b.axis);
  const place = (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER);
  return axis || place || a.title.localeCompare(b.title, "en-GB");
}

type InTree = Placed & { id: string; parentId: string | null };

/**
 * The codebook's order: each theme in its place, with its children directly after it. A theme whose parent is
 * not among these, or is itself a child, is at the top, so that none is left out.
 */
export function codebookOrder<T extends InTree>(themes: readonly T[]): T[] {
  const here = new Set(themes.map(({ id }) => id));
  const atTop = ({ parentId }: T) => parentId === null || !here.has(parentId);
  const top = new Set(themes.filter(atTop).map(({ id }) => id));
  const parentOf = ({ parentId }: T) => (parentId !== null && top.has(parentId) ? parentId : null);
  const inPlace = [...themes].sort(byPlace);
  const under = (id: string | null) => inPlace.filter((theme) => parentOf(theme) === id);
  return under(null).flatMap((theme) => [theme, ...under(theme.id)]);
}
