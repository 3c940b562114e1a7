import { STANCES } from "@/lib/capture/contribution/stance";
import { DECIDED, passageOf, type CodedContribution, type NamedTheme } from "./coded-contribution";
import type { ExportKind } from "./export-kind";

type TableColumn = { title: string; width: number };

/** A table of coded contributions: its columns for each kind of file, and the rows that one contribution gives. */
export type CodingTable = {
  name: string;
  columns: (kind: ExportKind) => TableColumn[];
  rows: (one: CodedContribution, kind: ExportKind, themes: ReadonlyMap<string, NamedTheme>) => string[][];
};

const column = (title: string, width: number): TableColumn => ({ title, width });
/** Not in a file to share: who said it, when and to which question, and what coders remarked. */
const ABOUT = [column("Speaker", 14), column("Question", 36), column("Said at", 24)];

const at = (instant: Date | null) => instant?.toISOString() ?? "";
const about = ({ speaker, question, saidAt }: CodedContribution) => [
  speaker ?? "",
  question ?? "",
  at(saidAt),
];
const memosOf = ({ memos }: CodedContribution) => memos.map(({ text, by }) => `${by}: ${text}`).join("\n");

/** One row for each coding. */
export const CODINGS: CodingTable = {
  name: "Codings",
  columns: (kind) => [
    ...[column("Theme", 26), column("Under", 22), column("Stance", 14), column("Set by", 20)],
    ...[column("In the settled coding", 12), column("Passage", 60), column("Words before", 40)],
    ...[column("Words after", 40), column("Roundtable", 24)],
    ...(kind === "own" ? [...ABOUT, column("Set at", 24), column("Memos", 40)] : []),
  ],
  rows: (one, kind, themes) =>
    one.codings.map(({ themeId, stance, coder, isSettled, setAt, ...span }) => {
      const { before, passage, after } = passageOf(one.words, span);
      const theme = themes.get(themeId);
      return [
        ...[theme?.title ?? "", theme?.under ?? "", STANCES[stance].word, coder ?? DECIDED],
        ...[isSettled ? "Yes" : "No", passage, before, after, one.roundtable],
        ...(kind === "own" ? [...about(one), at(setAt), memosOf(one)] : []),
      ];
    }),
};

/** One row for each contribution, coded or not, with its themes in the settled coding. */
export const CONTRIBUTIONS: CodingTable = {
  name: "Contributions",
  columns: (kind) => [
    ...[column("Contribution", 90), column("Settled themes", 50), column("Roundtable", 24)],
    ...(kind === "own" ? [...ABOUT, column("Memos", 40)] : []),
  ],
  rows: (one, kind, themes) => {
    const settled = one.codings
      .filter(({ isSettled }) => isSettled)
      .map(({ themeId, stance }) => `${themes.get(themeId)?.title ?? ""} (${STANCES[stance].word})`);
    return [
      [
        ...[one.words, [...new Set(settled)].join("; "), one.roundtable],
        ...(kind === "own" ? [...about(one), memosOf(one)] : []),
      ],
    ];
  },
};

/** One row for each memo. A file to share has none. */
export const MEMOS: CodingTable = {
  name: "Memos",
  columns: () => [
    ...[column("Memo", 60), column("Written by", 20), column("Written at", 24)],
    ...[column("Contribution", 80), column("Themes", 40), column("Roundtable", 24), ...ABOUT],
  ],
  rows: (one, kind, themes) => {
    if (kind === "share") return [];
    const titles = new Set(one.codings.map(({ themeId }) => themes.get(themeId)?.title ?? ""));
    return one.memos.map((memo) => [
      ...[memo.text, memo.by, at(memo.at), one.words, [...titles].join("; "), one.roundtable, ...about(one)],
    ]);
  },
};
