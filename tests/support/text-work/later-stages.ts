import { piecesOf, readQuery } from "@/lib/aggregate/search/query";
import { queryText } from "@/lib/aggregate/search/query-text";
import { findAnchor } from "@/lib/comment/thread/anchor";
import { plainText } from "@/lib/platform/text/text";
import { codePointLength, toCodePoints, toUnits } from "@/lib/platform/text/code-points";
import { readMonth, readTypedDate } from "@/lib/platform/text/typed-date";
import { xmlText } from "@/lib/platform/text/xml-text";
import { xlsxText } from "@/lib/platform/xlsx/xlsx-text";
import { quotationFault, quotedPassages } from "@/lib/report/draft/quotation";
import {
  namesSmallGroup,
  quantitiesIn,
  reportsSpeech,
  exactFiguresIn,
  isAttributed,
  withoutAttribution,
} from "@/lib/report/check/sentence-language";
import { clausesOf } from "@/lib/report/check/unheard";
import { blockOf } from "@/lib/report/draft/block";
import { USUAL_STYLE } from "@/lib/report/draft/house-style";
import { inHouseWords } from "@/lib/report/draft/house-words";
import { slugOf } from "@/lib/report/draft/report";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { wordsIn } from "@/lib/report/draft/draft-block";
import type { DraftSource } from "@/lib/report/draft/draft-source";
import { restated } from "@/lib/report/draft/restate";
import { contentOfPassages } from "@/lib/report/draft/passages";
import { saysFigure } from "@/lib/aggregate/publication/words/told-words";
import { randomSource } from "@/tests/support/report/random-source";
import {
  askedFor,
  asSentence,
  clause,
  handsAbout,
  isStatement,
  upperFirst,
} from "@/lib/aggregate/publication/words/clause";
import { listed } from "@/lib/report/draft/wording";
import { SeenField } from "@/lib/synthesise/matrix/basis";
import { BEYOND_LATIN, typstString, withoutGlyphs } from "@/lib/report/export/pdf/typst-text";
import { exportFileName } from "@/lib/report/export/exported";
import { toMarkdown } from "@/lib/report/export/markdown";
import { signalWordsInput, signalWordsOf } from "@/lib/tag/codebook/signal-words";
import { isThemeSlug, themeSlug } from "@/lib/tag/codebook/theme-slug";
import { SplitThemeForm } from "@/lib/tag/codebook/theme-input";
import { narrowTrees } from "@/lib/tag/codebook/theme-tree";
import { wholeWords, wordsOf as markableWords } from "@/lib/tag/coding/span-words";
import { readCodebookCsv } from "@/lib/tag/exchange/codebook-file/codebook-csv";
import { decidePositions } from "@/lib/tag/exchange/positions/position-decision";
import { unitEvidence } from "@/lib/tag/exchange/positions/position-evidence";
import { sourceText } from "@/lib/tag/exchange/positions/positions";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { themeDescription, themeTexts } from "@/lib/tag/exchange/file/theme-description";
import { cellText, csvText } from "@/lib/platform/text/csv";
import { toGuid } from "@/lib/tag/exchange/format/guid";
import { dateTime } from "@/lib/tag/exchange/format/read-element";
import { paragraphXml } from "@/lib/tag/exchange/format/word-write";
import { element, textElement } from "@/lib/tag/exchange/format/xml-write";
import { contributionFinder } from "@/lib/tag/exchange/said-contributions";
import { signalWordsIn } from "@/lib/aggregate/search/said-words";
import { similarContributions, similarityIndex } from "@/lib/tag/suggestion/similarity-index";
import { stemOf } from "@/lib/tag/suggestion/stem";
import { wordsOf } from "@/lib/tag/suggestion/words";
import { fed, fewLines } from "./fed";

const draft = "lib/report/draft";
const codebookFile = "lib/tag/exchange/codebook-file";
const file = "lib/tag/exchange/file";
const format = "lib/tag/exchange/format";
const positions = "lib/tag/exchange/positions";

export const TAG = [
  fed("lib/tag/codebook/signal-words.ts", "reads signal words", (text) => [
    signalWordsOf(text),
    signalWordsInput.safeParse(text),
  ]),
  fed(["lib/tag/codebook/theme-slug.ts", "lib/tag/codebook/theme-input.ts"], "names a theme", (text) => [
    themeSlug(text, []),
    isThemeSlug(text),
    isThemeSlug(text.slice(0, 40) + text),
    SplitThemeForm.safeParse({ [`contribution.${text}`]: "goes" }),
  ]),
  fed("lib/tag/codebook/theme-tree.ts", "narrows the codebook", (text) =>
    narrowTrees(
      [
        {
          axis: "theme",
          branches: [{ theme: { id: "1", title: "Coaching", axis: "theme", parentId: null }, under: [] }],
        },
      ],
      text,
    ),
  ),
  // V8 takes some microseconds for each segment.
  fed(
    "lib/tag/coding/span-words.ts",
    "finds words to mark",
    (text) => [markableWords(text), wholeWords(text, { start: 3, end: codePointLength(text) - 3 })],
    20_000,
  ),
  fed(["lib/tag/suggestion/words.ts", "lib/tag/suggestion/stem.ts"], "reads words to learn from", (text) => [
    wordsOf(text),
    stemOf(text.replace(/[^a-z]/g, "")),
  ]),
  fed("lib/aggregate/search/said-words.ts", "finds signal words", (text) =>
    signalWordsIn(text, { title: "SEND", signalWords: text.slice(0, 400) }),
  ),
  fed("lib/tag/suggestion/similarity-index.ts", "finds similar contributions", (text) =>
    similarContributions(similarityIndex([{ id: "1", text }]), { text }, { limit: 5 }),
  ),
  fed(
    [
      `${codebookFile}/codebook-csv.ts`,
      `${codebookFile}/codebook-places.ts`,
      `${codebookFile}/codebook-row.ts`,
      `${codebookFile}/codebook-table.ts`,
      `${codebookFile}/read-codebook-file.ts`,
    ],
    "reads a codebook",
    (text) => [
      readCodebookCsv(
        `title,definition,colour,slug\n"${text.replaceAll('"', '""')}",x,${fewLines(text)},${fewLines(text)}`,
      ),
      readCodebookCsv(`name,parent,color\nA,,\n${fewLines(text)},${fewLines(text)},${fewLines(text)}`),
      readCodebookFile(Buffer.from(`title\n${fewLines(text)}`)).catch(() => null),
    ],
  ),
  fed(`${file}/theme-description.ts`, "reads a description", (text) =>
    themeTexts(themeDescription({ definition: text, includes: text, excludes: "", signalWords: text })),
  ),
  fed(
    [`${positions}/positions.ts`, `${positions}/position-evidence.ts`, `${positions}/position-decision.ts`],
    "counts positions in a file’s text",
    (text) => {
      const units = unitEvidence(sourceText(text.replaceAll(" ", "\r\n")), [
        { start: 3, end: text.length - 3, name: text },
        { start: 0, end: text.length, name: `${text}…` },
      ]);
      return decidePositions([{ name: text, passages: 2, units }], {
        origin: text,
        isOurs: false,
        chosen: null,
      });
    },
  ),
  fed("lib/platform/text/csv.ts", "writes a cell", (text) => cellText(csvText([[text, `=${text}`]]))),
  fed([`${format}/guid.ts`, `${format}/read-element.ts`], "reads values of a project", (text) => [
    toGuid(text),
    dateTime(text),
  ]),
  fed(`${format}/xml-write.ts`, "writes XML", (text) => [textElement("a", text), element("a", { text })]),
  fed(`${format}/word-write.ts`, "writes a paragraph of a Word document", (text) =>
    paragraphXml({ style: "Normal", runs: [{ text }, { text: text.replaceAll(" ", "\n"), as: "marked" }] }),
  ),
  fed("lib/tag/exchange/said-contributions.ts", "finds contributions by their words", (text) => {
    const words = text.replaceAll(" ", "\n");
    const known = { id: "1", roundtableId: "1", revision: 1, words, masks: null };
    return contributionFinder([{ roundtableId: "1", contributions: [known] }])(
      `Ada: ${words}\nAda: ${text}`,
      [],
    );
  }),
  fed("lib/synthesise/matrix/basis.ts", "reads what the form of a summary was shown", (text) => [
    SeenField.safeParse(text),
    SeenField.safeParse(`0198c5e0-0000-7000-8000-000000000001:1:${text}`),
  ]),
];

/** A roundtable with one theme, whose titles, question and finding are that text. */
function longSource(text: string): DraftSource {
  const source = randomSource(3);
  const [theme] = source.themes;
  const roundtables = source.roundtables.map((one) => ({ ...one, questions: [text] }));
  return {
    ...source,
    reviewTitle: text,
    roundtables,
    themes: source.themes.slice(0, 1).map((one) => ({ ...one, title: text })),
    findings: [
      {
        id: "f",
        themeId: theme?.id ?? "",
        text,
        counterView: text,
        stance: "improvement",
        supports: ["c"],
        contradicts: ["d"],
        figures: null,
        hands: [],
      },
    ],
  };
}

const VERSION = {
  title: "T",
  reviewTitle: "R",
  number: 1,
  hash: "",
  savedAt: new Date(0),
  publishedAt: null,
  release: null,
  smallNumber: 5,
};

export const REPORT = [
  fed(`${draft}/quotation.ts`, "finds quotations", (text) => [
    quotedPassages(text),
    quotationFault(`"${text}"`, []),
  ]),
  fed("lib/report/check/sentence-language.ts", "reads a sentence of a draft", (text) => [
    quantitiesIn(text),
    exactFiguresIn(text),
    ...["", "A few ", "Two ", "A ", "Many participants "].map((start) => namesSmallGroup(start + text)),
    reportsSpeech(text),
    reportsSpeech(text.replaceAll("a", " people ")),
    isAttributed(text),
    withoutAttribution(`${text} people ${text}`),
  ]),
  fed(`${draft}/wording.ts`, "lists words in a draft", (text) => [listed([text, text])]),
  fed("lib/aggregate/publication/words/clause.ts", "puts typed words into a sentence", (text) => [
    isStatement(text),
    askedFor(text),
    asSentence(text),
    clause(text),
    upperFirst(text),
    ...["", "Hands for ", "Vote"].map((start) => handsAbout(start + text)),
  ]),
  fed("lib/report/check/unheard.ts", "parts a claim into clauses", (text) => {
    const id = "0190c0de-0000-7000-8000-000000000001";
    const content = blockOf("paragraph", [{ text, marks: [{ type: "claim", attrs: { id } }] }]);
    const block = { id, section: "themes" as const, type: "paragraph" as const, content, erasedAt: null };
    return clausesOf([block], new Map());
  }),
  fed(`${draft}/house-words.ts`, "puts words of the house into a draft", (text) =>
    inHouseWords(text, { ...USUAL_STYLE, avoid: [{ word: "a", instead: "b" }] }),
  ),
  fed(`${draft}/report.ts`, "names a report", slugOf),
  fed([`${draft}/passages.ts`, `${draft}/draft-block.ts`], "reads the passages of a block", (text) => {
    const content = blockOf("paragraph", [{ text, marks: [] }]);
    wordsIn([{ text }]);
    return contentOfPassages("paragraph", content, [
      { text: `(${text}`, claimId: null },
      { text, claimId: null },
    ]);
  }),
  fed(
    [
      "aggregate.ts",
      "asks.ts",
      "conclusion.ts",
      "context.ts",
      "in-frame.ts",
      "realise.ts",
      "shared-object.ts",
      "summary.ts",
    ].map((file) => `${draft}/compose/${file}`),
    "composes a draft",
    (text) => composeDraft("summary", longSource(text)),
  ),
  fed("lib/aggregate/publication/words/told-words.ts", "compares a figure with its words", (text) =>
    saysFigure(text, { is: "exact", n: 3 }),
  ),
  fed("lib/report/export/exported.ts", "names a file", (text) => exportFileName(text, 1, "md")),
  fed("lib/report/export/markdown.ts", "writes Markdown", (text) =>
    toMarkdown({
      ...VERSION,
      blocks: [
        {
          id: "1",
          section: "context",
          type: "paragraph",
          content: blockOf("paragraph", [{ text, marks: [] }]),
          table: null,
          passages: [{ text, claimId: null, runs: [{ text, marks: [] }], words: null, basis: null }],
          gap: false,
        },
      ],
    }),
  ),
  fed(`${draft}/restate.ts`, "takes the words of another release", (text) => {
    const marks = [{ type: "figure" as const, attrs: { ref: "present" } }];
    const { figures } = randomSource(3);
    return figures && restated(blockOf("paragraph", [{ text, marks }]), figures);
  }),
  fed("lib/report/export/pdf/typst-text.ts", "writes a text of a PDF", (text) => [
    typstString(text),
    withoutGlyphs(text, BEYOND_LATIN),
  ]),
  fed(
    ["lib/platform/text/file-text.ts", "lib/platform/text/xml-text.ts", "lib/platform/xlsx/xlsx-text.ts"],
    "writes a text of a file",
    (text) => [xmlText(text), xlsxText(text)],
  ),
  fed("lib/comment/thread/anchor.ts", "finds a comment’s place", (text) => {
    const quote = `${text.slice(0, text.length >> 1)}?`;
    return findAnchor(text, { start: 0, end: codePointLength(quote), quote });
  }),
  fed(["lib/platform/text/words.ts", "lib/platform/text/code-points.ts"], "reads a field", (text) => [
    plainText({ what: "A field", max: 10_000 }).safeParse(text),
    toCodePoints(text, text.length),
    toUnits(text, text.length),
  ]),
  fed("lib/platform/text/typed-date.ts", "reads a date", (text) => [
    readMonth(text),
    readTypedDate({ day: text, month: text, year: text }),
  ]),
];

export const SEARCH = [
  // A search is short: what reads it is fed as much as the others all the same.
  fed(["lib/aggregate/search/query.ts", "lib/aggregate/search/query-text.ts"], "reads a search", (text) => [
    readQuery(text),
    readQuery(text.slice(0, 400)),
    piecesOf(text),
    piecesOf(`-"${text}`),
    piecesOf(`theme:${text}`),
    queryText({ terms: [], filters: [{ name: "theme", value: text }] }),
  ]),
];
