import { clause } from "@/lib/aggregate/publication/words/clause";
import { runBefore } from "@/lib/platform/text/code-points";

/** Lists in the sentences of a draft. */

/** The title of a theme as it stands in a list of names: "what next" of "What next?". */
export function nameOf(title: string): string {
  return clause(title.slice(0, runBefore(title, title.length, /[?!\s]/)));
}

/**
 * What stands between the parts of a list, and before the last: ", " and " and ". A comma parts the last where a part has an
 * "and" or a comma of its own.
 */
export function separators(parts: readonly string[], last: "and" | "or" = "and"): [string, string] {
  const long =
    parts.some((part) => /,|\b(?:and|or)\b/.test(part)) || parts.some((part) => part.split(" ").length > 6);
  return [", ", long ? `, ${last} ` : ` ${last} `];
}

/**
 * The same between names that stand after a colon, such as titles of themes: three or more of which one has an "and" of its
 * own are parted by semicolons.
 */
export function separatorsOfNames(names: readonly string[]): [string, string] {
  const own = names.some((name) => /,|\b(?:and|or)\b/.test(name));
  return own && names.length > 2 ? ["; ", "; and "] : [", ", own ? ", and " : " and "];
}

/** "a, b and c", or with another word before the last. */
export function listed(parts: readonly string[], last: "and" | "or" = "and"): string {
  const [between, before] = separators(parts, last);
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(between)}${before}${parts.at(-1) ?? ""}`;
}
