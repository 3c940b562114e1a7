import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { codePointLength } from "@/lib/platform/text/code-points";
import { seededRandom } from "@/lib/platform/random";
import { derivedGuid } from "@/lib/tag/exchange/format/guid";
import {
  VARIABLE_TYPES,
  type AttributeValue,
  type ExchangeCode,
  type ExchangeCoding,
  type ExchangeProject,
  type ExchangeSource,
  type VariableType,
} from "@/lib/tag/exchange/file/project";

/**
 * What formats have difficulties with: markup, line ends, emoji of several code points, combining marks, a
 * byte order mark.
 */
const PIECES = [
  ...["words", "<b>", "&amp;", '"', "'", "]]>", "\n", "\n\n", "\t", " ", "é", "e\u0301", "👩🏽‍🏫", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ...["\uFEFF", "\u2028", "\u0085", "=1", "NPQ", "中文", "\u{10FFFF}"],
];
const DAY = 86_400_000;

/** A project with things of every kind, the same for the same seed. For tests. */
export function randomProject(seed: number, sources = 3): ExchangeProject {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const times = <T>(limit: number, make: (index: number) => T) =>
    Array.from({ length: below(limit + 1) }, (_, n) => make(n));
  const words = (limit = 6) => times(limit, () => PIECES[below(PIECES.length)] ?? "").join("");
  const at = () => (random() < 0.2 ? null : new Date(Date.UTC(2026, 0, 1) + below(300 * DAY)));
  const some = (things: readonly { guid: string }[]) =>
    things.filter(() => random() < 0.3).map(({ guid }) => guid);
  const one = (things: readonly { guid: string }[]) => things[below(things.length + 1)]?.guid ?? null;
  let count = 0;
  const named = () => ({
    guid: derivedGuid(String(seed), String(count++)),
    name: words(),
    description: words(),
  });

  const coders = times(3, () => ({ guid: named().guid, name: words() }));
  const author = () => ({ authorGuid: one(coders), at: at() });
  const notes = times(4, () => ({ ...named(), text: words(20), ...author() }));
  const code = (depth: number): ExchangeCode => ({
    ...named(),
    colour: random() < 0.5 ? null : `#${below(0x1000000).toString(16).padStart(6, "0")}`,
    isCodable: random() < 0.9,
    noteGuids: some(notes),
    children: depth === 0 ? [] : times(3, () => code(depth - 1)),
  });
  const codes = [code(2), ...times(5, () => code(2))];
  const everyCode = codes.flatMap((top) => [top, ...top.children]);
  const variables = VARIABLE_TYPES.map((type) => ({ ...named(), type }));
  const value = (type: VariableType): AttributeValue => {
    switch (type) {
      case "Text":
        return { type, value: words() };
      case "Boolean":
        return { type, value: random() < 0.5 };
      case "Integer":
        return { type, value: below(1e6) - 5e5 };
      case "Float":
        return { type, value: (random() - 0.5) * 10 ** (below(50) - 25) };
      case "Date":
        return { type, value: `2026-05-${String(10 + below(20))}` };
      case "DateTime":
        return { type, value: at() ?? new Date(0) };
    }
  };
  const attributes = () =>
    variables.filter(() => random() < 0.4).map(({ guid, type }) => ({ variableGuid: guid, ...value(type) }));
  const coding = (): ExchangeCoding => ({
    guid: named().guid,
    codeGuid: everyCode[below(everyCode.length)]?.guid ?? derivedGuid("none"),
    coderGuid: one(coders),
    at: at(),
    noteGuids: some(notes),
    stance: STANCE_ORDER[below(STANCE_ORDER.length + 1)] ?? null,
  });
  const source = (): ExchangeSource => {
    const text = words(60);
    const length = codePointLength(text);
    const selection = () => {
      const start = below(length);
      const end = start + 1 + below(length - start);
      return { ...named(), start, end, ...author(), codings: times(4, coding), noteGuids: some(notes) };
    };
    return {
      ...named(),
      text,
      ...author(),
      attributes: attributes(),
      noteGuids: some(notes),
      selections: length === 0 ? [] : times(8, selection),
      codings: times(2, coding),
    };
  };
  const all = Array.from({ length: sources }, source);
  return {
    title: words(),
    description: words(),
    origin: "NPQ review",
    createdBy: one(coders),
    createdAt: at(),
    coders,
    codes,
    variables,
    notes,
    sources: all,
    noteGuids: some(notes),
    cases: times(4, () => ({
      ...named(),
      attributes: attributes(),
      codeGuids: some(everyCode),
      sourceGuids: some(all),
      selectionGuids: some(all.flatMap(({ selections }) => selections)),
    })),
    sets: times(3, () => ({
      ...named(),
      codeGuids: some(everyCode),
      sourceGuids: some(all),
      noteGuids: some(notes),
    })),
  };
}
