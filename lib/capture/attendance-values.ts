import { NPQS, PHASES, REGIONS, ROLES, SETTINGS } from "./vocabulary";

/**
 * What people write on attendance lists, and the word of the vocabulary that it plainly is. Anything that
 * could be two of them ("middle school", "facilitator") is left out, so that it is reported instead.
 */
const ROLE_WORDS = {
  teacher: "classroom teacher",
  "class teacher": "classroom teacher",
  "subject leader": "middle leader",
  "subject lead": "middle leader",
  "head of department": "middle leader",
  "head of year": "head of year or phase",
  "head of phase": "head of year or phase",
  "phase leader": "head of year or phase",
  "key stage leader": "head of year or phase",
  sendco: "SENCO",
  "special educational needs coordinator": "SENCO",
  "special educational needs co ordinator": "SENCO",
  "assistant headteacher": "assistant head",
  "assistant head teacher": "assistant head",
  "assistant principal": "assistant head",
  "deputy headteacher": "deputy head",
  "deputy head teacher": "deputy head",
  "deputy principal": "deputy head",
  "vice principal": "deputy head",
  head: "headteacher",
  "head teacher": "headteacher",
  principal: "headteacher",
  "executive headteacher": "executive head",
  "executive head teacher": "executive head",
  "executive principal": "executive head",
  ceo: "trust chief executive",
  "chief executive": "trust chief executive",
  "chief executive officer": "trust chief executive",
  "trust ceo": "trust chief executive",
  cfo: "chief financial officer",
  governor: "governor or trustee",
  trustee: "governor or trustee",
  "chair of governors": "governor or trustee",
} as const satisfies Record<string, (typeof ROLES)[number]>;

const PHASE_WORDS = {
  "nursery school": "Nursery",
  "primary school": "Primary",
  infant: "Primary",
  junior: "Primary",
  "secondary school": "Secondary",
  "high school": "Secondary",
  "sixth form": "16 plus",
  "post 16": "16 plus",
  "16": "16 plus",
  "n a": "Not applicable",
} as const satisfies Record<string, (typeof PHASES)[number]>;

const SETTING_WORDS = {
  academy: "Academies",
  "free school": "Free Schools",
  maintained: "Local authority maintained schools",
  "maintained school": "Local authority maintained schools",
  "local authority maintained": "Local authority maintained schools",
  "la maintained": "Local authority maintained schools",
  special: "Special schools",
  "special school": "Special schools",
  pru: "Pupil referral unit",
  "pru ap": "Pupil referral unit",
  "alternative provision": "Pupil referral unit",
  independent: "Independent schools",
  "independent school": "Independent schools",
  college: "Colleges",
  "fe college": "Colleges",
  "sixth form college": "Colleges",
  university: "Universities",
  mat: "Multi-academy trust",
  sat: "Single-academy trust",
} as const satisfies Record<string, (typeof SETTINGS)[number]>;

const REGION_WORDS = {
  "yorkshire and humber": "Yorkshire and The Humber",
  "yorkshire the humber": "Yorkshire and The Humber",
  "yorkshire humber": "Yorkshire and The Humber",
  "greater london": "London",
} as const satisfies Record<string, (typeof REGIONS)[number]>;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const table = (values: readonly string[], words: Record<string, string>) =>
  new Map([...Object.entries(words), ...values.map((value) => [plain(value), value] as const)]);

const VALUES = {
  role: table(ROLES, ROLE_WORDS),
  phase: table(PHASES, PHASE_WORDS),
  setting: table(SETTINGS, SETTING_WORDS),
  region: table(REGIONS, REGION_WORDS),
};

export type DescribingField = keyof typeof VALUES;

/** The word of the vocabulary that this plainly is; null for any other. */
export function plainValue(field: DescribingField, text: string): string | null {
  return VALUES[field].get(plain(text)) ?? null;
}

/** By code, by title, and by title behind "NPQ" or "NPQ in"; without spaces, so that "NPQ LT" is found. */
const NPQ_WORDS = new Map<string, string>(
  NPQS.flatMap(({ code, name }) => {
    const title = plain(name).replaceAll(" ", "");
    const words = [code.toLowerCase(), title, `npq${title}`, `npqin${title}`];
    return words.map((word) => [word, code] as const);
  }),
);

/** NPQs of one cell, by code or title, and what is none. */
export function plainNpqs(text: string): { codes: string[]; unknown: string[] } {
  const parts = text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const part of parts) {
    const code = NPQ_WORDS.get(plain(part).replaceAll(" ", ""));
    if (code) codes.add(code);
    else if (!/^(none|no|n\/a|-)$/i.test(part)) unknown.push(part);
  }
  return { codes: [...codes], unknown };
}

const YES = /^(yes|y|true|1|x|✓|✔|present|attended|host|official)$/i;
const NO = /^(no|n|false|0|absent|apologies|did not attend|)$/i;

/** null for what is neither a plain yes nor a plain no. */
export function plainYes(text: string): boolean | null {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}
