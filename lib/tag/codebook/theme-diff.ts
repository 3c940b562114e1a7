import { diffArrays } from "diff";

/** A run of words that stands in both texts, or in one of them alone. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/**
 * What became of a text, word by word: the parts in their order, those removed before those added in their
 * stead. The shortest edit script over words and the spaces between them (Myers, "An O(ND) difference algorithm
 * and its variations", 1986).
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

/** A space that two changed words share is no reason to read them apart. */
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
