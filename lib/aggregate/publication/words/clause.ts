import { runBefore } from "@/lib/platform/text/code-points";

/** Puts what people typed in their own way, such as findings, into the middle of a sentence. */

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
export function withoutStop(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.slice(0, runBefore(line, line.length, /[.;,\s]/));
}

/** The clause that follows "said that"; a title as it stands within a sentence. */
export function clause(text: string): string {
  return lowerFirst(withoutStop(text).replace(/^that\s+/i, ""));
}

/** The text with one mark at its end: its own, or else a full stop. */
export function asSentence(text: string): string {
  const line = text.trim();
  return /[.?!…][”’"')\]]*$/.test(line) ? line : `${line}.`;
}

/** How a thing that is wanted begins, as against a sentence or an order: "a coach", "one account", "more time". */
const NOUN_FIRST =
  /^(?:an?|the|one|two|three|some|every|all|each|any|more|less|fewer|better|greater|further|longer|shorter|clearer|other|their|its|no)\b/i;

/** The same by how its second word goes on: "units that can be taken", "funding for every NPQ", "public funding for". */
const NOUN_THEN =
  /^(?:\p{L}+s (?:that|which|who|for|from|with|between)|(?:\p{L}+ )?\p{L}{3,}(?:ing|ion|ment|ity|ance|ence) (?:for|of|that|which|from))\b/iu;

/** How a proposal begins that is put as an order. Words that are as often nouns ("use", "share") are not among them. */
const IMPERATIVE =
  /^(?:keep|have|make|give|let|put|bring|add|drop|remove|allow|require|offer|set|publish|extend|restore|reduce|provide|ensure|introduce|replace|return|take|treat|tie|moderate|widen|simplify|separate|combine|pay)\b/i;

/** Whether a request is a statement of what should be, and not a thing that is wanted. */
export function isStatement(text: string): boolean {
  return /\b(?:should|must|ought|needs?|has to|have to|had to|would|could)\b/i.test(
    text.replace(/\b(?:that|who|which|whose)\b.*$/i, ""),
  );
}

/** Whether a request names a thing, so that it may stand after "asked for". */
export function isThing(text: string): boolean {
  const isNoun = NOUN_FIRST.test(text) || (NOUN_THEN.test(text) && !IMPERATIVE.test(text));
  return isNoun && !isStatement(text) && !/[.:;?!]\s/.test(text.trim());
}

/** A request after who made it: "asked for a coach"; what is no name of a thing stands as it was worded, after a colon. */
export function askedFor(text: string): string {
  return `asked for ${isThing(text) ? "" : "this: "}${clause(text)}`;
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
