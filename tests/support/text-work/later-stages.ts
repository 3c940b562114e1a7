import { piecesOf, readQuery } from "@/lib/aggregate/search/query";
import { queryText } from "@/lib/aggregate/search/query-text";
import { findAnchor } from "@/lib/comment/thread/anchor";
import { codePointLength, plainText, toCodePoints, toUnits } from "@/lib/platform/text/text";
import { readMonth, readTypedDate } from "@/lib/platform/text/typed-date";
import { reportsNoWords } from "@/lib/report/draft/narrator";
import { quotationFault, quotedPassages } from "@/lib/report/draft/quotation";
import { namesSmallGroup, quantityIn, reportsSpeech, smallFiguresIn } from "@/lib/report/check/sentence-language";
import { slugOf } from "@/lib/report/draft/report";
import { clause, handsAbout, sentence, upperFirst } from "@/lib/report/draft/wording";
import { SeenField } from "@/lib/synthesise/matrix/basis";
import { exportFileName } from "@/lib/report/export/exported";
import { toMarkdown } from "@/lib/report/export/markdown";
import { signalWordsInput, signalWordsOf } from "@/lib/tag/codebook/signal-words";
import { isThemeSlug, SplitThemeForm, themeSlug } from "@/lib/tag/codebook/theme";
import { narrowTrees } from "@/lib/tag/codebook/theme-tree";
import { wholeWords, wordsOf as markableWords } from "@/lib/tag/coding/span-words";
import { readCodebookCsv } from "@/lib/tag/exchange/codebook-file/codebook-csv";
import { sourceText } from "@/lib/tag/exchange/file/positions";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { themeDescription, themeTexts } from "@/lib/tag/exchange/file/theme-description";
import { cellText, csvText } from "@/lib/platform/text/csv";
import { toGuid } from "@/lib/tag/exchange/format/guid";
import { dateTime } from "@/lib/tag/exchange/format/read-element";
import { element, textElement } from "@/lib/tag/exchange/format/xml-write";
import { contributionFinder } from "@/lib/tag/exchange/said-contributions";
import { similarContributions, similarityIndex } from "@/lib/tag/suggestion/similarity-index";
import { stemOf } from "@/lib/tag/suggestion/stem";
import { wordsOf } from "@/lib/tag/suggestion/words";
import { fed, fewLines } from "./fed";

const draft = "lib/report/draft";
const codebookFile = "lib/tag/exchange/codebook-file";
const file = "lib/tag/exchange/file";
const format = "lib/tag/exchange/format";

export const TAG = [
  fed("lib/tag/codebook/signal-words.ts", "reads signal words", (text) => [
    signalWordsOf(text),
    signalWordsInput.safeParse(text),
  ]),
  fed("lib/tag/codebook/theme.ts", "names a theme", (text) => [
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
  fed("lib/tag/suggestion/similarity-index.ts", "finds similar contributions", (text) =>
    similarContributions(similarityIndex([{ id: "1", text }]), { text }, { limit: 5 }),
  ),
  fed(
    [
      `${codebookFile}/codebook-csv.ts`,
      `${codebookFile}/codebook-row.ts`,
      `${codebookFile}/read-codebook-file.ts`,
    ],
    "reads a codebook",
    (text) => [
      readCodebookCsv(
        `title,definition,colour,slug\n"${text.replaceAll('"', '""')}",x,${fewLines(text)},${fewLines(text)}`,
      ),
      readCodebookFile(Buffer.from(`title\n${fewLines(text)}`)).catch(() => null),
    ],
  ),
  fed(`${file}/theme-description.ts`, "reads a description", (text) =>
    themeTexts(themeDescription({ definition: text, includes: text, excludes: "", signalWords: text })),
  ),
  fed(`${file}/positions.ts`, "counts positions in a file’s text", (text) =>
    sourceText(text.replaceAll(" ", "\r\n")).at(text.length),
  ),
  fed("lib/platform/text/csv.ts", "writes a cell", (text) => cellText(csvText([[text, `=${text}`]]))),
  fed([`${format}/guid.ts`, `${format}/read-element.ts`], "reads values of a project", (text) => [
    toGuid(text),
    dateTime(text),
  ]),
  fed(`${format}/xml-write.ts`, "writes XML", (text) => [textElement("a", text), element("a", { text })]),
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

const VERSION = {
  title: "T",
  reviewTitle: "R",
  number: 1,
  hash: "",
  savedAt: new Date(0),
  publishedAt: null,
  smallNumber: 5,
};

export const REPORT = [
  fed(`${draft}/quotation.ts`, "finds quotations", (text) => [
    quotedPassages(text),
    quotationFault(`"${text}"`, []),
  ]),
  fed(`${draft}/reading.ts`, "reads a sentence of a draft", (text) => [
    quantityIn(text),
    smallFiguresIn(text, 5),
    ...["", "A few ", "Two ", "A ", "Many participants "].map((start) => namesSmallGroup(start + text)),
    reportsSpeech(text),
    reportsSpeech(text.replaceAll("a", " people ")),
  ]),
  fed(`${draft}/wording.ts`, "puts words into a draft", (text) => [
    sentence(text),
    clause(text),
    upperFirst(text),
    ...["", "Hands for ", "Vote"].map((start) => handsAbout(start + text)),
  ]),
  fed(`${draft}/narrator.ts`, "knows a sentence without words", (text) => [
    reportsNoWords(text),
    reportsNoWords(`Some ${text}`),
  ]),
  fed(`${draft}/report.ts`, "names a report", slugOf),
  fed("lib/report/export/exported.ts", "names a file", (text) => exportFileName(text, 1, "md")),
  fed("lib/report/export/markdown.ts", "writes Markdown", (text) =>
    toMarkdown({
      ...VERSION,
      blocks: [
        {
          id: "1",
          section: "context",
          type: "paragraph",
          sentences: [{ text, figure: null }],
          gap: false,
        },
      ],
    }),
  ),
  fed("lib/comment/thread/anchor.ts", "finds a comment’s place", (text) => {
    const quote = `${text.slice(0, text.length >> 1)}?`;
    return findAnchor(text, { start: 0, end: codePointLength(quote), quote });
  }),
  fed("lib/platform/text/text.ts", "reads a field", (text) => [
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
