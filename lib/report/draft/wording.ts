/** Lists in the sentences of a draft. */

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
