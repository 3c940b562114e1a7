import { EMAIL } from "@/lib/capture/people/email";
import { npqOf, splitNpqs } from "@/lib/capture/people/npq-words";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import { PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { PHASE_WORDS, REGION_WORDS, ROLE_WORDS, SETTING_WORDS } from "./attendance-words";

/** Small letters, digits and single spaces, for comparing words. */
export const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/^the /, "");

const table = (values: readonly string[], words: Record<string, string>) =>
  new Map([...Object.entries(words), ...values.map((value) => [plain(value), value] as const)]);

/** The recognised words of each list, as `plain` makes them, with their meanings. */
export const VALUES = {
  role: table(ROLES, ROLE_WORDS),
  phase: table(PHASES, PHASE_WORDS),
  setting: table(SETTINGS, SETTING_WORDS),
  region: table(REGIONS, REGION_WORDS),
};

export type DescribingField = keyof typeof VALUES;

const NO_PHASE = "Not applicable";
const WITHOUT_PHASE: ReadonlySet<string> = new Set<(typeof SETTINGS)[number]>([
  "Special schools",
  "Pupil referral unit or alternative provision",
  "Multi-academy trust",
  "Single-academy trust",
]);

/** The phase that follows from a setting alone: a pupil referral unit has none. */
export function phaseOfSetting(setting: string | null): string | null {
  return setting !== null && WITHOUT_PHASE.has(setting) ? NO_PHASE : null;
}

/** The word of the vocabulary that this clearly means; null for any other. */
export function plainValue(field: DescribingField, text: string): string | null {
  const word = plain(text);
  const own = VALUES[field].get(word) ?? null;
  if (own !== null || word === "") return own;
  if (field !== "phase") return begunBy(field, word);
  return NOTHING.has(word) ? NO_PHASE : phaseOfSetting(VALUES.setting.get(word) ?? null);
}

/** Fewer letters than this may begin words that are not on the list. */
const LEAST_LETTERS = 4;

/**
 * The one value of the vocabulary with this beginning, as in the grid of people; null where none or several
 * have it.
 */
function begunBy(field: DescribingField, word: string): string | null {
  if (word.length < LEAST_LETTERS) return null;
  const values = new Set(VALUES[field].values());
  const begun = [...values].filter((value) => plain(value).startsWith(word));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** NPQs of one cell, by code or title, and words that are not NPQs. */
export function plainNpqs(text: string): { codes: string[]; unknown: string[] } {
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const part of splitNpqs(text)) {
    const code = npqOf(part);
    if (code) codes.add(code);
    else if (!NOTHING.has(plain(part))) unknown.push(part);
  }
  return { codes: [...codes], unknown };
}

const YES = /^(yes|y|true|1|x|✓|✔|present|attended|attending|host|official)$/i;
const NO = /^(no|n|false|0|absent|apologies|did not attend|)$/i;

/** null for anything that is not a clear yes or no. */
export function plainYes(text: string): boolean | null {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}

const PERMISSION_PATTERNS: [PermissionLevel, RegExp][] = [
  [
    "not_published",
    /^(no|n|none|not to be published|not published|not publish|do not publish|dont publish|no consent|consent refused|refused|declined|withheld|no publication|private)$/,
  ],
  [
    "paraphrase",
    /^(paraphrase|paraphrased|paraphrase only|paraphrasing only|may be paraphrased|yes paraphrase|yes paraphrase only|summary only|gist|gist only|no quotes|no quotations|do not quote|dont quote|not quoted)$/,
  ],
  [
    "verbatim",
    /^(verbatim|yes verbatim|word for word|quote|quotes|quoted|quotation|quotable|can quote|may quote|may be quoted|can be quoted|quotes ok|happy to be quoted|yes quote|yes quotes|words may be read and quoted)$/,
  ],
];

/**
 * What a cell of a consent column clearly permits. A plain "yes" does not say what it permits, so it is not
 * recognised.
 */
export function plainPermission(text: string): PermissionLevel | null {
  const word = plain(text);
  return PERMISSION_PATTERNS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Says that there is nothing to record. Phases have their own word for it. */
export const NOT_APPLICABLE = "not applicable";
const NOTHING: ReadonlySet<string> = new Set(["", "n a", "na", "none", "nil", "no", NOT_APPLICABLE]);
const UNRECORDED: ReadonlySet<string> = new Set([
  ...["", "n a", "na", "not recorded", "not asked", "not known", "unknown", "pending", "tbc"],
  NOT_APPLICABLE,
]);

/**
 * A phase column may name a setting ("PRU"), and a setting column a phase: the reading then begins with this.
 */
export const OTHER_FIELD = { phase: "setting:", setting: "phase:" } as const;

function describing(field: DescribingField, text: string): string | null {
  const word = plain(text);
  const own = VALUES[field].get(word);
  if (own) return own;
  if (field === "phase" || field === "setting") {
    const other = VALUES[field === "phase" ? "setting" : "phase"].get(word);
    if (other) return OTHER_FIELD[field] + other;
  }
  if (!NOTHING.has(word)) return null;
  return field === "phase" && word !== "" ? NO_PHASE : NOT_APPLICABLE;
}

const CODES = {
  urn: /^[0-9]{5,7}$/,
  seat: /^[A-Z]{0,2}[1-9][0-9]{0,2}$/,
  label: /^[A-Z]{1,3}[0-9]{1,6}$/,
};

export type UnderstoodField =
  | DescribingField
  | keyof typeof CODES
  | "npqsTaken"
  | "npqsDelivered"
  | "permission"
  | "host"
  | "present"
  | "email";

/**
 * The meaning of one cell of a column, as the application records it: a word of the vocabulary, an NPQ's code
 * (one NPQ at a time), a level of permission, "yes" or "no", `NOT_APPLICABLE`, or the text itself where it is
 * valid. Null for what is not recognised.
 */
export function understand(field: UnderstoodField, text: string): string | null {
  const yes = () => {
    const answer = plainYes(text.trim());
    return answer === null ? null : answer ? "yes" : "no";
  };
  if (text.trim() === "") return NOT_APPLICABLE;
  switch (field) {
    case "role":
    case "phase":
    case "setting":
    case "region":
      return describing(field, text);
    case "npqsTaken":
    case "npqsDelivered":
      return npqOf(text) ?? (NOTHING.has(plain(text)) ? NOT_APPLICABLE : null);
    case "permission":
      return plainPermission(text) ?? (UNRECORDED.has(plain(text)) ? NOT_APPLICABLE : null);
    case "host":
    case "present":
      return yes();
    case "email":
      return EMAIL.test(text.trim()) ? text.trim() : null;
    case "urn":
    case "seat":
    case "label":
      return CODES[field].test(text.trim().toUpperCase()) ? text.trim().toUpperCase() : null;
  }
}
