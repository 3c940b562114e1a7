import { NPQS, type Npq } from "./vocabulary";

/** Only letters and digits, with "&" as "and", so that "NPQ SL" and "Behaviour & culture" are found. */
const letters = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/[^a-z0-9]+/g, "");

/** Other names that clearly mean one NPQ; a code without its "NPQ" is found anyway. */
const OTHER_NAMES: Partial<Record<(typeof NPQS)[number]["code"], readonly string[]>> = {
  NPQEYL: ["early years"],
  NPQSENCO: ["SENCO", "SENDCO", "SENCO NPQ", "NPQSENDCO"],
  NPQLBC: ["behaviour and culture"],
  NPQLL: ["literacy"],
  NPQLPM: ["primary maths", "leading primary maths", "primary mathematics"],
  NPQLTD: ["teacher development"],
};

const BEFORE = ["", "npq", "npqin", "npqfor", "nationalprofessionalqualificationin"];
BEFORE.push("nationalprofessionalqualificationfor");

/** A single letter ("H") could be anything. */
const SHORTEST_CODE = 2;

const NPQ_WORDS = new Map<string, string>(
  NPQS.flatMap(({ code, name }) => {
    const titles = [name, ...(OTHER_NAMES[code] ?? [])].map(letters);
    const bare = code.slice("NPQ".length).toLowerCase();
    const words = titles.flatMap((title) => BEFORE.map((before) => before + title));
    return [code.toLowerCase(), ...(bare.length >= SHORTEST_CODE ? [bare] : []), ...words].map(
      (word) => [word, code] as const,
    );
  }),
);

/**
 * The NPQ's code, given its code or one of its names; null for anything else, such as EHCO, which is not an
 * NPQ.
 */
export function npqOf(text: string): string | null {
  return NPQ_WORDS.get(letters(text)) ?? null;
}

/** The NPQs that a cell names, as they are written: "/" and "and" separate only where both sides are NPQs. */
export function splitNpqs(text: string): string[] {
  return text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      if (npqOf(part)) return [part];
      const parts = part
        .split(/[/+&]|\band\b/i)
        .map((one) => one.trim())
        .filter(Boolean);
      return parts.length > 1 && parts.every(npqOf) ? parts : [part];
    });
}

/**
 * The codes of NPQs that a text names, such as "NPQH" or "NPQ SL", each once and in the order of the vocabulary; not where
 * it is typed behind a sign of the capture bar.
 */
export function npqsNamedIn(text: string): Npq[] {
  const named = new Set(
    [...text.matchAll(/(?:^|[^#\w])NPQ[ -]?([A-Z]{1,5})\b/gi)].map(
      ([, code = ""]) => `NPQ${code.toUpperCase()}`,
    ),
  );
  return NPQS.map(({ code }) => code).filter((code) => named.has(code));
}

const EHCO = "is coaching for new headteachers, not an NPQ";
const NOT_NPQS: Record<string, string> = {
  ehco: EHCO,
  earlyheadshipcoachingoffer: EHCO,
  aso: "was support for new headteachers, not an NPQ",
};

/** A remark about something that is often listed among NPQs and is not one. */
export function whyNoNpq(text: string): string | null {
  return NOT_NPQS[letters(text)] ?? null;
}
