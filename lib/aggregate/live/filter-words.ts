import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import type { ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import type { LiveFilter, Put } from "./live-filter";

/** Titles of the review's own roundtables and areas, by slug. */
export type FilterTitles = {
  roundtable: ReadonlyMap<string, string>;
  area: ReadonlyMap<string, string>;
};

const ROLE_PLURALS: Record<(typeof ROLES)[number], string> = {
  "classroom teacher": "classroom teachers",
  "middle leader": "middle leaders",
  "head of year or phase": "heads of year or phase",
  SENCO: "SENCOs",
  "assistant head": "assistant heads",
  "deputy head": "deputy heads",
  headteacher: "headteachers",
  "executive head": "executive heads",
  "trust chief executive": "trust chief executives",
  "chief financial officer": "chief financial officers",
  "governor or trustee": "governors or trustees",
  "NPQ facilitator": "NPQ facilitators",
  other: "people in other roles",
};

const FROM_SETTING: Record<(typeof SETTINGS)[number], string> = {
  Academies: "academies",
  "Free Schools": "free schools",
  "Local authority maintained schools": "local authority maintained schools",
  "Special schools": "special schools",
  "Pupil referral unit or alternative provision": "pupil referral units or alternative provision",
  "Independent schools": "independent schools",
  Colleges: "colleges",
  Universities: "universities",
  "Children's centres": "children’s centres",
  "Online provider": "online providers",
  "Multi-academy trust": "multi-academy trusts",
  "Single-academy trust": "single-academy trusts",
  "Other types": "other types of setting",
};

const AS_STANCE: Record<Stance, string> = {
  strength: "a strength",
  improvement: "something to improve",
  ask: "something asked for",
  observation: "an observation",
};

const PUT_WORDS: Record<Put, string> = { explicit: "Put by the speaker", inferred: "Inferred by the coder" };

/** A value of a list where it stands alone, as in a form: "SENCOs", "! Ask", "Primary". */
export function valueWords(
  list: Exclude<keyof LiveFilter, "on">,
  value: string,
  titles: FilterTitles,
): string {
  switch (list) {
    case "roundtable":
    case "area":
      return titles[list].get(value) ?? value;
    case "role":
      return starting(within(ROLE_PLURALS, value));
    case "setting":
      return starting(within(FROM_SETTING, value));
    case "stance": {
      const [, words] = Object.entries(STANCES).find(([name]) => name === value) ?? [];
      return words ? `${words.sign} ${words.word}` : value;
    }
    case "put":
      return within(PUT_WORDS, value);
    default:
      return value;
  }
}

/**
 * In one sentence what the figures count: "Contributions of classroom teachers and SENCOs in London, at 2 roundtables, as
 * at 3 March 2026." `roundtables` is how many the figures cover.
 */
export function filterSentence(filter: LiveFilter, titles: FilterTitles, roundtables: number): string {
  const parts = [
    [`Contributions of ${peopleWords(filter)}`, ...saidWords(filter, titles)].join(" "),
    placeWords(filter, titles, roundtables),
    filter.on ? `as at ${formatDate(filter.on)}` : "",
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}

/** The people whom it counts: "SENCOs from special schools in London". */
function peopleWords({ role, phase, setting, region, npq }: LiveFilter): string {
  return [
    role.length > 0
      ? listed(
          role.map((one) => within(ROLE_PLURALS, one)),
          "and",
        )
      : "everybody present",
    setting.length > 0
      ? `from ${listed(
          setting.map((one) => within(FROM_SETTING, one)),
          "or",
        )}`
      : "",
    phase.length > 0 ? phaseWords(phase) : "",
    region.length > 0 ? `in ${listed(region.map(regionWords), "or")}` : "",
    npq.length > 0 ? `who took or delivered ${listed(npq, "or")}` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** What a filter alone says, where two are named beside each other: "SENCOs, at Leeds, as at 3 March 2026". */
export function filterInShort(filter: LiveFilter, titles: FilterTitles, roundtables: number): string {
  const sentence = filterSentence(filter, titles, roundtables).replace(/^Contributions of /, "");
  return starting(sentence.slice(0, -1));
}

function saidWords({ about, stance, put, area }: LiveFilter, titles: FilterTitles): string[] {
  return [
    about.length > 0 ? `about ${listed(about, "or")}` : "",
    stance.length > 0
      ? `under a theme as ${listed(
          stance.map((one) => AS_STANCE[one]),
          "or",
        )}`
      : "",
    put.length === 1
      ? `with a stance ${put.includes("explicit") ? "that the speaker put" : "that the coder inferred"}`
      : "",
    area.length > 0
      ? `in DfE’s area ${listed(
          area.map((one) => titles.area.get(one) ?? one),
          "or",
        )}`
      : "",
  ].filter((part) => part !== "");
}

function placeWords({ roundtable }: LiveFilter, titles: FilterTitles, roundtables: number): string {
  const [only, ...more] = roundtable;
  if (only === undefined)
    return roundtables === 1
      ? "at the one roundtable so far"
      : `at all ${countOf(roundtables, "roundtable")}`;
  if (more.length === 0) return `at “${titles.roundtable.get(only) ?? only}”`;
  return `at ${countOf(roundtable.length, "roundtable")} (${listed(
    roundtable.map((one) => titles.roundtable.get(one) ?? one),
    "and",
  )})`;
}

function phaseWords(phase: readonly string[]): string {
  const known = phase.filter((one) => one !== "Not applicable").map((one) => one.toLowerCase());
  const none = phase.includes("Not applicable") ? ["without a phase"] : [];
  return [...(known.length > 0 ? [`in phase ${listed(known, "or")}`] : []), ...none].join(" or ");
}

/** The regions that take an article within a sentence. */
function regionWords(region: string): string {
  return /^(North|South|East|West) (East|West|Midlands)$|^East of England$/.test(region)
    ? `the ${region}`
    : region;
}

function within(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

/** "A", "A and B", "A, B and C". */
function listed(items: readonly string[], last: "and" | "or"): string {
  const before = items.slice(0, -1);
  const end = items.at(-1) ?? "";
  return before.length === 0 ? end : `${before.join(", ")} ${last} ${end}`;
}

function starting(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
