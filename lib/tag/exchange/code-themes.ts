import { NewThemeInput } from "../theme";
import { defined, type KnownTheme } from "./codebook-plan";
import type { Incoming } from "./incoming";

type Code = Incoming["codes"][number];

/** What a code of a project is here. */
export type CodeTheme =
  | { is: "here"; themeId: string }
  | { is: "retired"; title: string }
  | { is: "new"; code: Code; parent: CodeTheme | null }
  /** A code above it has the same title: the two become one theme. */
  | { is: "same"; as: number }
  | { is: "refused"; title: string; message: string };

const Texts = NewThemeInput.pick({ title: true, definition: true, includes: true, excludes: true });
const folded = (title: string) => title.trim().toLowerCase();

/** A code is a theme by its identifier, else by its title. What a theme says here stays, whatever the file says. */
export function themesForCodes(codes: readonly Code[], known: readonly KnownTheme[]): CodeTheme[] {
  const found: CodeTheme[] = [];
  for (const code of codes) {
    const parent = codes.findIndex(({ slug }) => slug === code.parent);
    found.push(themeFor(code, codes.slice(0, found.length), found[parent] ?? null, known));
  }
  return found;
}

function themeFor(
  code: Code,
  above: readonly Code[],
  parent: CodeTheme | null,
  known: readonly KnownTheme[],
): CodeTheme {
  const here =
    known.find(({ id }) => id === code.guid) ??
    known.find(({ title }) => folded(title) === folded(code.title));
  if (here) return here.retired ? { is: "retired", title: here.title } : { is: "here", themeId: here.id };
  const same = above.findIndex(({ title }) => folded(title) === folded(code.title));
  if (same >= 0) return { is: "same", as: same };
  const texts = Texts.safeParse(defined(code, null));
  if (texts.success) return { is: "new", code: { ...code, ...texts.data }, parent };
  return { is: "refused", title: code.title, message: texts.error.issues[0]?.message ?? "" };
}

/** The theme of each code; `added` gives the one that a new code became. */
export function themeIdsOf(
  codes: readonly CodeTheme[],
  added: (code: number) => string | null,
): (string | null)[] {
  const ids: (string | null)[] = [];
  const idOf = (code: CodeTheme, index: number) => {
    switch (code.is) {
      case "here":
        return code.themeId;
      case "new":
        return added(index);
      case "same":
        return ids[code.as] ?? null;
      case "retired":
      case "refused":
        return null;
    }
  };
  for (const [index, code] of codes.entries()) ids.push(idOf(code, index));
  return ids;
}
