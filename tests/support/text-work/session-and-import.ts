import { guessFields } from "@/lib/capture/import/columns";
import { namesNobody, speakerKey } from "@/lib/capture/import/plan";
import { decodeFile } from "@/lib/capture/import/reading/decode-file";
import { readFile } from "@/lib/capture/import/reading/read-file";
import { countWords } from "@/lib/capture/import/reading/accounting";
import { isNumbered, judgeHeader } from "@/lib/capture/import/reading/table/judge-header";
import { isDirective, judgeSeparator } from "@/lib/capture/import/reading/table/judge-separator";
import { judgeTimes } from "@/lib/capture/import/time/judge-times";
import { readPrefix, turnsOf } from "@/lib/capture/import/reading/speech";
import { readRow } from "@/lib/capture/import/row";
import { readTime, TIME_KINDS } from "@/lib/capture/import/time/read-time";
import { choicesFor, plain } from "@/lib/capture/session/bar/choices";
import { contributionOfDraft } from "@/lib/capture/session/bar/contribution-of-draft";
import { EMPTY_DRAFT } from "@/lib/capture/session/bar/draft";
import {
  openSign,
  withSignAt,
  withoutSign,
  type SignOptions,
  type SpeakerOption,
} from "@/lib/capture/session/bar/grammar";
import { mayNameSomebody, pastedParts } from "@/lib/capture/session/bar/pasted";
import { leadingSign, takenByTyping } from "@/lib/capture/session/bar/typed-sign";
import { fed, fewLines } from "./fed";

const session = "lib/capture/session";
const reading = "lib/capture/import/reading";

const ADA: SpeakerOption = {
  value: "identified:1",
  source: "identified",
  participantId: "1",
  label: "P01",
  description: "Headteacher",
  seat: "A1",
  name: null,
  knownAs: "Ada Lane",
};
const OPTIONS: SignOptions = {
  speakers: [ADA],
  themes: [{ id: "1", title: "Coaching", colour: "1", area: false }],
  questions: [{ id: "1", position: 1, text: "What works?" }],
  tables: [],
  commands: [{ command: "undo", words: ["undo"] }],
};

const MOMENT = { heldOn: new Date("2025-05-14"), startsAt: "14:30" };

function read(fileName: string, text: string): Promise<unknown> {
  const bytes = Uint8Array.from(Buffer.from(text));
  // A file that is refused was read too.
  return readFile({ bytes, fileName, roundtableId: "1" }, () => undefined).catch(() => null);
}

/** What is done with words that are typed or pasted in the session. */
export const SESSION = [
  fed(`${session}/bar/grammar.ts`, "finds the sign before the caret", (text) => [
    openSign(text, text.length),
    withSignAt(text, text.length, "@"),
    withoutSign(text, { sign: "@", query: "", start: 1, end: text.length - 1 }),
  ]),
  fed(`${session}/bar/choices.ts`, "matches what is typed", (text) => [
    plain(text),
    choicesFor({ sign: "@", query: text, start: 0, end: text.length }, OPTIONS),
    choicesFor({ sign: "/", query: text, start: 0, end: text.length }, OPTIONS),
  ]),
  fed(`${session}/bar/typed-sign.ts`, "takes a name out of what is typed", (text) => [
    leadingSign(`@${text}`, OPTIONS),
    takenByTyping(
      { before: text, after: `${text} `, caret: text.length + 1, open: null, asWords: null, rest: ["lane"] },
      OPTIONS,
    ),
  ]),
  fed(`${session}/bar/pasted.ts`, "reads what is pasted", (text) => [
    pastedParts(text, [ADA], ADA.value),
    pastedParts(text.replaceAll(" ", "\n\n"), [ADA], ADA.value),
    mayNameSomebody(text, [ADA]),
  ]),
  fed(`${session}/bar/contribution-of-draft.ts`, "makes a contribution of a draft", (text) => [
    contributionOfDraft({ ...EMPTY_DRAFT, text }),
    contributionOfDraft({ ...EMPTY_DRAFT, text: "", source: "group", hands: { raised: text, asked: text } }),
  ]),
];

const LINES = (text: string) => text.replaceAll(" ", "\n");

const CAPTIONS = ["captions/read-captions", "captions/parse-captions", "captions/caption-text"].map(
  (name) => `${reading}/${name}.ts`,
);

const CHATS = [
  "chat/read-chat",
  "file-kind",
  "chat/zoom",
  "chat/message",
  "chat/whatsapp",
  "chat/meet",
  "chat/webex",
].map((name) => `${reading}/${name}.ts`);
const TEXTS = [
  "read-file",
  "read-text",
  "text/lines",
  "text/names",
  "text/when",
  "text/heads",
  "text/lone-names",
  "text/transcript",
].map((name) => `${reading}/${name}.ts`);
const JSONS = ["read-json", "json/json-time", "json/single-words", "json/turn-list", "json/left-in-json"].map(
  (name) => `${reading}/${name}.ts`,
);
const DECODERS = ["decode-file", "encoding/prose-score", "encoding/sample"].map(
  (name) => `${reading}/${name}.ts`,
);
/** Texts that are read in several shapes, of which each takes its time. */
const SHORTER = 30_000;

/** What imports do with the words of a file. */
export const IMPORTS = [
  fed(
    CHATS,
    "reads a chat",
    (text) =>
      Promise.all([
        read("a.txt", `10:02:13 From Ada to Everyone: ${text}`),
        read("a.txt", `10:02:13 From ${text}\n10:02:14 From Ada : words`),
        read("a.txt", `10:02 From Ada : words\n${LINES(text)}`),
        read(
          "a.txt",
          `10:02 From Ada to Everyone:\nReplying to "${text}\n10:03 From Ben : Reacted to "${text}`,
        ),
        read("a.txt", `12/05/2026, 10:02 - Ada: ${text}\n12/05/2026, 10:02 - ${text}`),
        read("a.txt", `00:00:01.000,00:00:02.000\n${text}`),
      ]),
    SHORTER,
  ),
  fed(
    TEXTS,
    "reads a text",
    (text) =>
      Promise.all([
        read("a.txt", text),
        read("a.txt", LINES(text)),
        read("a", `1${text}`),
        read("a.txt", `Ada  0:03\n${LINES(text)}\nBen  0:04\n${text}`),
        read("a.txt", `[0:03] ${text}\n[0:04] Ada: ${text}`),
        read("a.txt", `Ada:\t0:03\t${text}`),
      ]),
    SHORTER,
  ),
  fed(CAPTIONS, "reads subtitles", (text) =>
    Promise.all([
      read("a.vtt", `WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>${text}\n`),
      read("a.vtt", `WEBVTT\n\nNOTE ${text}\n\n00:01.000 --> 00:02.000\n<v ${text}>&${text};<${text}\n`),
      read("a.srt", `1\n00:00:01,000 --> 00:00:02,000\n${LINES(text)}\n`),
      read("a.srt", `1\n${LINES(text)} --> ${text}\n00:00:01,000 --> 00:00:02,000\nwords\n`),
    ]),
  ),
  fed(`${reading}/table/read-csv.ts`, "reads a table", (text) =>
    Promise.all([
      read("a.csv", `text\n${fewLines(text)}`),
      read("a.csv", `text,${fewLines(text)}\n"${text}`),
    ]),
  ),
  fed(
    JSONS,
    "reads a transcript",
    (text) =>
      Promise.all([
        read("a.json", JSON.stringify([{ speaker: text, text, start: text }])),
        read("a.json", JSON.stringify({ note: text, start_ms: text, words: [{ word: text, start: text }] })),
        read("a.json", JSON.stringify(text.split(" ").map((word) => ({ word, start: `${word}s` })))),
      ]),
    SHORTER,
  ),
  fed(DECODERS, "decodes a file", (text) => [
    decodeFile(Uint8Array.from(Buffer.from(LINES(text)))),
    decodeFile(Uint8Array.from(Buffer.from(`é${text.replace(/[^ -~]/g, "x")}`, "latin1"))),
  ]),
  fed(`${reading}/speech.ts`, "finds the speaker of a line", (text) => [
    readPrefix(text),
    readPrefix(`[P01] ${text}`),
    readPrefix(`Ada ${text}`),
    turnsOf(
      [
        { line: 1, text },
        { line: 2, text: `Ada: ${text}` },
      ],
      "\n",
    ),
  ]),
  fed("lib/capture/import/columns.ts", "guesses columns", (text) => guessFields([text], [[text]])),
  fed("lib/capture/import/plan.ts", "compares speakers", (text) => [speakerKey(text), namesNobody(text)]),
  fed("lib/capture/import/row.ts", "reads a row", (text) =>
    ["text", "speaker", "question", "stance", "time"].map((filled) =>
      readRow(1, (field) => (field === filled ? text : field === "text" ? "words" : ""), {
        ...MOMENT,
        timeKind: "clock",
        wording: "gist",
        questions: [{ id: "1", position: 1, text: "What works?" }],
      }),
    ),
  ),
  fed(`${reading}/accounting.ts`, "counts words", countWords),
  fed(`${reading}/table/judge-separator.ts`, "finds the separator", (text) => [
    judgeSeparator(text),
    judgeSeparator(`"${text}\n"${text}`),
    isDirective(text),
  ]),
  fed(`${reading}/table/judge-header.ts`, "finds the line that names the columns", (text) => [
    judgeHeader([
      { line: 1, cells: [text, `{${text}`] },
      { line: 2, cells: [text, `1${text}`] },
      { line: 3, cells: [`1-1${text}`, `£1${text}`] },
    ]),
    judgeHeader([
      { line: 1, cells: [`1${text}.`, "Ada"] },
      { line: 2, cells: [text, "Ben"] },
    ]),
    isNumbered(`q${text}`),
  ]),
  fed("lib/capture/import/time/judge-times.ts", "judges times", (text) =>
    judgeTimes([text, `5${text}`, `45791.5${text}`], MOMENT),
  ),
  fed("lib/capture/import/time/read-time.ts", "reads a time", (text) => [
    TIME_KINDS.map((kind) => readTime(text, kind, MOMENT)),
    TIME_KINDS.map((kind) => readTime(`+1${text}`, kind, MOMENT)),
  ]),
];
