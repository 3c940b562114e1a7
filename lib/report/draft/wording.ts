import { runBefore } from "@/lib/platform/text/text";

/** Puts findings, which people type in their own way, into the sentences of a draft. */

/** Words that keep their capital everywhere. */
const PROPER =
  /^(?:I|I['’]\w+|England|English|Britain|British|London|Ofsted|Fellows?|Chartered|College|Department|Parliament|Treasury|Year \d+|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** "Providers that mark" becomes "providers that mark"; NPQs, SENCOs and proper names keep their capital. */
function lowerFirst(text: string): string {
  const first = /^\S+/.exec(text)?.[0] ?? "";
  const acronym = /\p{Lu}.*\p{Lu}/u.test(first.replace(/['’]s$/, "")) || /^\p{L}\d/u.test(first);
  if (acronym || PROPER.test(text)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** One line, without its final punctuation mark. */
function withoutStop(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.slice(0, runBefore(line, line.length, /[.;,\s]/));
}

/** The clause that follows "said that"; a title as it stands within a sentence. */
export function clause(text: string): string {
  return lowerFirst(withoutStop(text).replace(/^that\s+/i, ""));
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

/** "a, b and c", or with another word before the last. */
export function listed(parts: readonly string[], last: "and" | "or" = "and"): string {
  const [between, before] = separators(parts, last);
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(between)}${before}${parts.at(-1) ?? ""}`;
}

/** How a thing that is wanted begins, as against a sentence or an order: "a coach", "one account", "more time". */
const NOUN_FIRST =
  /^(?:an?|the|one|two|three|some|every|all|each|any|more|less|fewer|better|greater|further|longer|shorter|clearer|other|their|its|no)\b/i;

/** How a proposal begins that is put as an order. Words that are as often nouns ("use", "share") are not among them. */
const IMPERATIVE =
  /^(?:keep|have|make|give|let|put|bring|add|drop|remove|allow|require|offer|set|publish|extend|restore|reduce|provide|ensure|introduce|replace|return|take|treat|tie|moderate|widen|simplify|separate|combine|pay)\b/i;

/** Whether a request is a statement of what should be, and not a thing that is wanted. */
export function isStatement(text: string): boolean {
  return /\b(?:should|must|ought|needs?|has to|have to|had to|would|could)\b/i.test(
    text.replace(/\b(?:that|who|which|whose)\b.*$/i, ""),
  );
}

/**
 * What a show of hands was about, from the contribution that recorded it: "Hands for a coach. One was out." gives
 * "for a coach", "Hands on whether to pay" gives "on whether to pay".
 */
export function handsAbout(text: string): string {
  const first = withoutStop(/^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text);
  const led = /^(?:a )?(?:show of hands|hands|poll(?: on screen)?|vote)(?: (?:up|raised))? ?(?::|\b)/i.exec(
    first,
  );
  const about = led ? first.slice(led[0].length).trimStart() : "";
  if (about === "") return `on this point: ${lowerFirst(first)}`;
  if (/^(?:whether|if)\b/i.test(about)) return `when asked ${lowerFirst(about)}`;
  if (/^(?:for|on|against|to|when|in favour)\b/i.test(about)) return lowerFirst(about);
  if (NOUN_FIRST.test(about)) return `for ${lowerFirst(about)}`;
  if (IMPERATIVE.test(about)) return `for a proposal to ${lowerFirst(about)}`;
  // After a colon stands what was asked, in words of its own: it need not go with "for".
  return led?.[0].trimEnd().endsWith(":") ? `for this: ${lowerFirst(about)}` : `for ${lowerFirst(about)}`;
}
