import { diffArrays } from "diff";

/** A run of words that is in both texts, or in only one of them. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/**
 * The differences between two texts, word by word: the parts in order, removed words before the added ones.
 * The shortest edit script over words and the spaces between them (Myers, "An O(ND) difference algorithm and
 * its variations", 1986).
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [];
  for (const { value, added, removed } of diffArrays(piecesOf(before), piecesOf(after)))
    put(parts, added ? "added" : removed ? "removed" : "same", value.join(""));
  return removedFirst(parts);
}

function piecesOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function put(parts: DiffPart[], kind: DiffPart["kind"], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** A space between two changed words does not separate them into two changes. */
function removedFirst(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") put(result, "removed", removed);
    if (added !== "") put(result, "added", added);
    removed = added = "";
  };
  parts.forEach(({ kind, text }, index) => {
    const between = removed !== "" && added !== "" && parts[index + 1] !== undefined;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (between && text.trim() === "") {
      removed += text;
      added += text;
    } else {
      flush();
      put(result, "same", text);
    }
  });
  flush();
  return result;
}
