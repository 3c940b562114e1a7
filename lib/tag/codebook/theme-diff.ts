/** A run of words that stands in both texts, or in one of them alone. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/**
 * What became of a text, word by word: the parts in their order, those removed before those added in their
 * stead. The longest common subsequence of words and the spaces between them; quadratic, for texts of some
 * hundred words.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = piecesOf(before);
  const b = piecesOf(after);
  const lengths = commonLengths(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      put(parts, "same", a[i++]);
      j++;
    } else if (i < a.length && (j === b.length || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      put(parts, "removed", a[i++]);
    } else put(parts, "added", b[j++]);
  }
  return removedFirst(parts);
}

function piecesOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** [i][j]: how many pieces a from i and b from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] =
        a[i] === b[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function put(parts: DiffPart[], kind: DiffPart["kind"], text = ""): void {
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
