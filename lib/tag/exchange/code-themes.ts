import { ThemeTextsInput } from "@/lib/tag/codebook/theme-input";
import { defined, type KnownTheme } from "./codebook-plan";
import { MAX_THEMES } from "./codebook-file/codebook-theme";
import { distinctTitles, folded } from "./distinct-titles";
import type { Incoming } from "./incoming";

type Code = Incoming["codes"][number];

/** What a code of a project is in this review. */
export type CodeTheme =
  | { is: "here"; themeId: string }
  | { is: "retired"; themeId: string; title: string }
  | { is: "new"; code: Code; parent: CodeTheme | null }
  /** A code above it has the same title: the two become one theme. */
  | { is: "same"; as: number }
  | { is: "refused"; title: string; message: string };

/**
 * A code matches a theme by its identifier, else by its title. The theme's text stays, whatever the file
 * says.
 */
export function themesForCodes(codes: readonly Code[], known: readonly KnownTheme[]): CodeTheme[] {
  const byId = new Map(known.map((theme) => [theme.id, theme]));
  const byTitle = new Map([...known].reverse().map((theme) => [folded(theme.title), theme]));
  const found: CodeTheme[] = [];
  const bySlug = new Map<string, CodeTheme>();
  const fresh = new Map<string, number>();
  for (const [index, code] of distinctTitles(codes, known).entries()) {
    const title = folded(code.title);
    const here = byId.get(code.guid) ?? byTitle.get(title);
    const same = fresh.get(title);
    if (here)
      found.push(
        here.retired
          ? { is: "retired", themeId: here.id, title: here.title }
          : { is: "here", themeId: here.id },
      );
    else if (same !== undefined) found.push({ is: "same", as: same });
    else {
      found.push(newTheme(code, (code.parent === null ? null : bySlug.get(code.parent)) ?? null));
      fresh.set(title, index);
    }
    const theme = found[index];
    if (theme && !bySlug.has(code.slug)) bySlug.set(code.slug, theme);
  }
  return found;
}

function newTheme(code: Code, parent: CodeTheme | null): CodeTheme {
  const texts = ThemeTextsInput.safeParse(defined(code, null));
  if (texts.success) return { is: "new", code: { ...code, ...texts.data }, parent };
  return { is: "refused", title: code.title, message: texts.error.issues[0]?.message ?? "" };
}

/** Why the new codes of a file cannot all become themes; null where they can. */
export function tooManyCodes(codes: readonly CodeTheme[]): string | null {
  const { length } = codes.filter(({ is }) => is === "new");
  if (length <= MAX_THEMES) return null;
  return `${length.toLocaleString("en-GB")} codes in the file are not themes yet: left out, because you can add at most ${MAX_THEMES} at once. Import some of them with the codebook first.`;
}

/** Codes that become one theme here, by its title, with their number. */
export function joinedCodes(codes: readonly Pick<Code, "title">[], themes: readonly CodeTheme[]): string[] {
  const groups = new Map<string | number, string[]>();
  for (const [index, theme] of themes.entries()) {
    if (theme.is === "retired" || theme.is === "refused") continue;
    const one = theme.is === "here" ? theme.themeId : theme.is === "same" ? theme.as : index;
    const title = theme.is === "new" ? theme.code.title : (codes[index]?.title ?? "");
    groups.set(one, [...(groups.get(one) ?? []), title]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((titles) => `${titles[0] ?? ""} (${titles.length.toLocaleString("en-GB")} codes)`);
}

/** The theme that a code is; nothing new is set under a retired one. */
export type ThemeOfFile = { id: string; retired: boolean };

/** The theme of each code; `added` gives the theme that each new code became. */
export function themesOfFile(
  codes: readonly CodeTheme[],
  added: (code: number) => string | null,
): (ThemeOfFile | null)[] {
  const themes: (ThemeOfFile | null)[] = [];
  const inUse = (id: string | null) => (id === null ? null : { id, retired: false });
  const themeOf = (code: CodeTheme, index: number): ThemeOfFile | null => {
    switch (code.is) {
      case "here":
        return inUse(code.themeId);
      case "retired":
        return { id: code.themeId, retired: true };
      case "new":
        return inUse(added(index));
      case "same":
        return themes[code.as] ?? null;
      case "refused":
        return null;
    }
  };
  for (const [index, code] of codes.entries()) themes.push(themeOf(code, index));
  return themes;
}
