import { z } from "zod";
import { AXES, AXIS_ORDER, sameTexts, type Theme } from "@/lib/tag/codebook/theme";
import { ThemeTextsInput } from "@/lib/tag/codebook/theme-input";
import type { CsvProblem } from "./codebook-file/codebook-table";
import { distinctTitles, folded } from "./distinct-titles";

/** A theme of a codebook file, and its place there. */
export const FileTheme = z.object({
  row: z.number().int().positive(),
  /** null in a table, which has none. */
  guid: z.guid().nullable(),
  slug: z.string(),
  axis: z.enum(AXIS_ORDER),
  title: z.string(),
  definition: z.string(),
  includes: z.string(),
  excludes: z.string(),
  signalWords: z.string().default(""),
  colour: z.string().regex(/^([1-9]|1[01])$/),
  /** The slug of its parent in the file. */
  parent: z.string().nullable(),
  /** The title of the code directly above it; null in a table. */
  above: z.string().nullable(),
  /**
   * What the file itself says, without what was made up for a new theme; for the rest, matched themes keep
   * their own text.
   */
  says: z.object({ slug: z.boolean(), colour: z.boolean() }),
});
export type FileTheme = z.infer<typeof FileTheme>;

export type KnownTheme = Theme;
type Matched = { theme: FileTheme; known: KnownTheme };

/** What importing a codebook file would do; nothing while it has problems. */
export type CodebookPlan = {
  added: FileTheme[];
  changed: Matched[];
  /** Put under another theme, or back to the top level: `under` is the slug in the file, or null. */
  moved: (Matched & { under: string | null })[];
  /** With another colour. */
  recoloured: Matched[];
  unchanged: Matched[];
  /** With another slug in the file; the slug here stays, because people have links with it. */
  otherSlug: Matched[];
  /** In the file, and retired here: left alone. */
  retired: Matched[];
  /** In use here, and not in the file: left alone. */
  absent: KnownTheme[];
  problems: CsvProblem[];
};

/** Codes of other programs often say nothing but their names, and a theme needs words. */
const UNDEFINED = "Not defined yet. It was imported from another program without a definition.";

/** Themes are matched by their GUIDs, else by their slugs, else by their titles. */
export function planCodebook(themes: readonly FileTheme[], known: readonly KnownTheme[]): CodebookPlan {
  const read = distinctTitles(themes, known);
  const matches = new Map(
    read.map((theme) => {
      const match = matchOf(theme, known);
      const said = defined({ ...theme, ...unsaid(read, match) }, match);
      return [{ ...said, ...ThemeTextsInput.safeParse(said).data }, match] as const;
    }),
  );
  const file = [...matches.keys()];
  const problems = file.flatMap((theme, index) =>
    problemsOf(theme, file.slice(0, index), known, matches).map((message) => ({ row: theme.row, message })),
  );
  const matched = file.flatMap((theme): Matched[] => {
    const found = matches.get(theme);
    return found ? [{ theme, known: found }] : [];
  });
  const inUse = matched.filter((one) => !one.known.retired);
  const differs = ({ theme, known: now }: Matched) => !sameTexts(now, theme);
  const moved = moves(inUse, file, matches, known);
  const changed = inUse.filter(differs);
  const recoloured = inUse.filter(
    ({ theme, known: now }) => theme.says.colour && theme.colour !== now.colour,
  );
  const touched = new Set([...changed, ...moved, ...recoloured].map((one) => one.known.id));
  return {
    added: file.filter((theme) => !matches.get(theme)),
    changed,
    moved,
    recoloured,
    unchanged: inUse.filter((one) => !touched.has(one.known.id)),
    otherSlug: inUse.filter(({ theme, known: now }) => theme.says.slug && theme.slug !== now.slug),
    retired: matched.filter((one) => one.known.retired),
    absent: known.filter(({ id, retired }) => !retired && !matched.some((one) => one.known.id === id)),
    problems,
  };
}

/**
 * A file in which no theme has inclusions, exclusions or signal words has no column for them: the theme's own
 * stay.
 */
function unsaid(read: readonly FileTheme[], match: KnownTheme | null) {
  const says = (field: "includes" | "excludes" | "signalWords") =>
    read.some((theme) => theme[field].trim() !== "");
  return {
    ...(match && !says("includes") ? { includes: match.includes } : {}),
    ...(match && !says("excludes") ? { excludes: match.excludes } : {}),
    ...(match && !says("signalWords") ? { signalWords: match.signalWords } : {}),
  };
}

/** A code without a description changes nothing in the theme's text. */
export function defined<T extends Pick<Theme, "definition" | "includes" | "excludes" | "signalWords">>(
  theme: T,
  match: KnownTheme | null,
): T {
  if (theme.definition.trim() !== "") return theme;
  if (!match) return { ...theme, definition: UNDEFINED };
  const { definition, includes, excludes, signalWords } = match;
  return { ...theme, definition, includes, excludes, signalWords };
}

function matchOf({ guid, slug, title }: FileTheme, known: readonly KnownTheme[]): KnownTheme | null {
  return (
    known.find(({ id }) => id === guid) ??
    // A codebook of codes has no slugs of its own.
    (guid === null ? known.find((theme) => theme.slug === slug) : undefined) ??
    known.find((theme) => folded(theme.title) === folded(title)) ??
    null
  );
}

type Matches = ReadonlyMap<FileTheme, KnownTheme | null>;

function problemsOf(
  theme: FileTheme,
  above: readonly FileTheme[],
  known: readonly KnownTheme[],
  matches: Matches,
): string[] {
  const problems: string[] = [];
  const texts = ThemeTextsInput.safeParse(theme);
  if (!texts.success) problems.push(...texts.error.issues.map(({ message }) => `${message}.`));
  const match = matches.get(theme) ?? null;
  const twice = above.find((other) => folded(other.title) === folded(theme.title));
  if (twice) problems.push(`“${theme.title}” is already in the file above. Each theme needs its own title.`);
  else if (match && above.some((other) => matches.get(other) === match))
    problems.push(`“${theme.title}” and one above are the same theme of this review, “${match.title}”.`);
  const taken = known.find((other) => other.id !== match?.id && folded(other.title) === folded(theme.title));
  if (match && taken)
    problems.push(`Another theme of this review is already called “${taken.title}”. Choose another title.`);
  if (match && match.axis !== theme.axis)
    problems.push(
      `“${match.title}” is in the list “${AXES[match.axis]}” here. A theme cannot move to another list, so choose another title.`,
    );
  const place = placeProblem(theme, matches, known);
  return place === null ? problems : [...problems, place];
}

/** Why it cannot have the parent that the file gives it. */
function placeProblem(theme: FileTheme, matches: Matches, known: readonly KnownTheme[]): string | null {
  if (theme.parent === null) return null;
  const above = [...matches].find(([{ slug }]) => slug === theme.parent)?.[1];
  if (above?.retired) return `It is under “${above.title}”, which is retired here. Restore that theme first.`;
  const match = matches.get(theme);
  const inFile = [...matches.values()].flatMap((other) => other?.id ?? []);
  const keepsOthers =
    match &&
    known.some((other) => other.parentId === match.id && !other.retired && !inFile.includes(other.id));
  return keepsOthers
    ? `“${match.title}” has themes under it here that are not in the file, so it cannot go under another theme. Themes can only have two levels.`
    : null;
}

/** A file in which no theme has a parent gives no places: the places here stay. */
function moves(
  inUse: readonly Matched[],
  file: readonly FileTheme[],
  matches: Matches,
  known: readonly KnownTheme[],
): CodebookPlan["moved"] {
  if (file.every(({ parent }) => parent === null)) return [];
  return inUse.flatMap((one) => {
    const above = file.find(({ slug }) => slug === one.theme.parent);
    const before = known.find(({ id, retired }) => id === one.known.parentId && !retired)?.id ?? null;
    const after = above ? (matches.get(above)?.id ?? "new") : null;
    return before === after ? [] : [{ ...one, under: one.theme.parent }];
  });
}
