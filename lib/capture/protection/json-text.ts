import { maskedText, type Found, type Marks } from "./trace";

/**
 * document: the text nodes of ProseMirror JSON, read as one text, because a name may go over from one sentence to the
 * next. values: every string in the value and every name of a field, each on a line of its own.
 */
export type JsonText = "document" | "values";

/** The text of a JSON value, in which ranges are found. */
export function textOfJson(value: unknown, kind: JsonText): string {
  const pieces: string[] = [];
  mapped(value, kind, (piece) => {
    pieces.push(piece);
    return piece;
  });
  return pieces.join(separatorOf(kind));
}

/** The value with a mark in place of each find. One that goes over from one string to another leaves a mark in both. */
export function maskedJson(value: unknown, kind: JsonText, found: readonly Found[], marks: Marks): unknown {
  let from = 0;
  return mapped(value, kind, (piece) => {
    const start = from;
    const end = start + piece.length;
    from = end + separatorOf(kind).length;
    const here = found
      .filter((one) => one.start < end && one.end > start)
      .map((one) => ({
        ...one,
        start: Math.max(one.start, start) - start,
        end: Math.min(one.end, end) - start,
      }));
    return maskedText(piece, here, marks);
  });
}

const separatorOf = (kind: JsonText) => (kind === "document" ? "" : "\n");

/** A copy of the value with every piece of its text replaced, in the order in which `textOfJson` reads them. */
function mapped(value: unknown, kind: JsonText, replace: (piece: string) => string): unknown {
  if (typeof value === "string") return kind === "values" ? replace(value) : value;
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, kind, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (kind === "values") return [replace(name), mapped(inner, kind, replace)];
      return [
        name,
        name === "text" && typeof inner === "string" ? replace(inner) : mapped(inner, kind, replace),
      ];
    }),
  );
}
