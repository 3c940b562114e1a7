import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { ROLES } from "@/lib/capture/people/vocabulary";
import type { Kind } from "./hit";
import type { FilterName, TypedFilter } from "./query";

type Named = { id: string; slug: string; title: string };

/** What the viewer may narrow by. */
export type Choices = {
  kinds: readonly Kind[];
  themes: readonly (Named & { signalWords: string })[];
  /** Null for viewers who are not told who said what, and where. */
  roundtables: readonly Named[] | null;
};

/** Filters as ids; an empty list means that it does not narrow. */
export type Filters = {
  kinds: Kind[];
  themeIds: string[];
  stances: Stance[];
  roles: string[];
  roundtableIds: string[];
};

/** The filters that were typed, and a sentence for each that names nothing. Values of one name are alternatives. */
export function readFilters(
  typed: readonly TypedFilter[],
  choices: Choices,
): { filters: Filters; faults: string[] } {
  const filters: Filters = { kinds: [], themeIds: [], stances: [], roles: [], roundtableIds: [] };
  const faults: string[] = [];
  for (const { name, value } of typed) {
    const fault = ADD[name](filters, value, choices);
    if (fault !== null) faults.push(fault);
  }
  return { filters, faults };
}

type Add = (filters: Filters, value: string, choices: Choices) => string | null;

const ADD = {
  type: ({ kinds }, value, choices) =>
    add(kinds, matching(choices.kinds, value), "type", value, choices.kinds),
  stance: ({ stances }, value) => add(stances, matching(STANCE_ORDER, value), "stance", value, STANCE_ORDER),
  role: ({ roles }, value, { roundtables }) =>
    roundtables === null ? NOT_TOLD : add(roles, matching(ROLES, value), "role", value, ROLES),
  theme: ({ themeIds }, value, { themes }) => addNamed(themeIds, themes, "theme", value),
  roundtable: ({ roundtableIds }, value, { roundtables }) =>
    roundtables === null ? NOT_TOLD : addNamed(roundtableIds, roundtables, "roundtable", value),
} satisfies Record<FilterName, Add>;

const NOT_TOLD =
  "Only facilitators can narrow by role or roundtable, because it could tell who said something.";

function add<T extends string>(
  to: T[],
  found: readonly T[],
  name: string,
  value: string,
  all: readonly string[],
): string | null {
  if (found.length === 0) return `There is no ${name} “${value}”. ${offered(all)}`;
  to.push(...found.filter((one) => !to.includes(one)));
  return null;
}

function addNamed(to: string[], all: readonly Named[], name: string, value: string): string | null {
  const exact = all.filter(({ slug }) => slug === value.toLowerCase());
  const found = exact.length > 0 ? exact : all.filter(({ title }) => begins(title, value));
  return add(
    to,
    found.map(({ id }) => id),
    name,
    value,
    all.map(({ slug }) => slug),
  );
}

/** Also in the plural, or with - between words, as "contributions" and "assistant-head". */
function matching<T extends string>(all: readonly T[], value: string): T[] {
  const asked = value.toLowerCase().replaceAll("-", " ");
  return all.filter((one) => [one.toLowerCase(), `${one.toLowerCase()}s`].includes(asked));
}

/** Whether these are the first letters of a word of the title, or of some that follow one another. */
function begins(title: string, value: string): boolean {
  return ` ${title.toLowerCase()}`
    .replaceAll("-", " ")
    .includes(` ${value.toLowerCase().replaceAll("-", " ")}`);
}

const MAX_OFFERED = 12;

function offered(all: readonly string[]): string {
  if (all.length === 0) return "There is none yet.";
  const shown = all.slice(0, MAX_OFFERED).join(", ");
  return all.length > MAX_OFFERED ? `Some of them are: ${shown}.` : `Use one of: ${shown}.`;
}

/** Whether a typed value names this one. */
export function namesValue(name: FilterName, value: string, one: { slug: string; title: string }): boolean {
  if (name === "theme" || name === "roundtable")
    return one.slug === value.toLowerCase() || begins(one.title, value);
  return matching([one.slug], value).length > 0;
}

/** What a value of a filter is called. */
export const KIND_WORDS: Record<Kind, { one: string; many: string }> = {
  contribution: { one: "Contribution", many: "Contributions" },
  finding: { one: "Finding", many: "Findings" },
  hands: { one: "Show of hands", many: "Shows of hands" },
  memo: { one: "Memo", many: "Memos" },
  report: { one: "Report", many: "Reports" },
};
export const stanceWord = (stance: Stance) => STANCES[stance].word;
