import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeReview, makeRoundtable, type TestReview } from "@/tests/support/worlds/factories";
import { importFile } from "@/tests/support/worlds/import-file";
import { sharedFile } from "@/tests/support/shared-data";

openTestDatabase();

/** Rows of the file, and how many of them hold words: counted without the readers that are tested. */
type Count = { rows: number; words: number };
type Expected = ((bytes: Uint8Array) => Count) | RegExp;

const same = (rows: number): Count => ({ rows, words: rows });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

const csv =
  (column: string): Expected =>
  (bytes) => {
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
    return { rows: rows.length, words: rows.filter((row) => (row[column] ?? "").trim() !== "").length };
  };
const entry = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const parts = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`, "g"))].filter(
    ([part]) => part.replace(/<[^>]*>/g, "").trim() !== "",
  ).length;
const captions: Expected = (bytes) => same(text(bytes).split("-->").length - 1);
const paragraphs: Expected = (bytes) =>
  same(
    text(bytes)
      .split(/\r?\n\s*\n/)
      .filter((block) => block.trim() !== "").length,
  );
const Meeting = z.object({ meeting_transcripts: z.array(z.object({ content: z.string() })) });
const meeting: Expected = (bytes) => {
  const { meeting_transcripts: turns } = Meeting.parse(JSON.parse(text(bytes)));
  return { rows: turns.length, words: turns.filter(({ content }) => content.trim() !== "").length };
};

const FILES: Record<string, Expected> = {
  "consultations/15-per-hour-seattle/comments.csv": csv("comment-body"),
  "consultations/brexit-consensus/comments.csv": csv("comment-body"),
  "consultations/london.youth.policing/comments.csv": csv("comment-body"),
  "consultations/march-on.operation-marchin-orders/comments.csv": csv("comment-body"),
  "consultations/other-columns.csv": csv("comment-body"),
  "consultations/Talk-to-the-City-Sample.csv": csv("comment"),
  "consultations/missing_fields_pets.csv": csv("comment"),
  "consultations/test_hard_cases_22.csv": csv("comment"),
  "consultations/LICENSE.txt": paragraphs,
  "transcripts/education_0.json": meeting,
  "transcripts/education_4.json": meeting,
  "transcripts/education_6.json": meeting,
  "transcripts/education_18.json": meeting,
  "transcripts/education_23.json": meeting,
  "transcripts/LICENSE": paragraphs,
  "subtitles/captions_with_bom.vtt": captions,
  "subtitles/cue_tags.vtt": captions,
  "subtitles/one_caption.vtt": captions,
  "subtitles/sample.srt": captions,
  "subtitles/sample.vtt": captions,
  "subtitles/styles.vtt": captions,
  "subtitles/using_identifiers.vtt": captions,
  "subtitles/empty.vtt": /This file is empty/,
  "subtitles/invalid.vtt": /begin with the word WEBVTT/,
  "subtitles/invalid_format1.srt": /nothing that somebody said/,
  "subtitles/LICENSE": paragraphs,
  "files/ID1.docx": (bytes) => same(parts(entry(bytes, "word/document.xml"), "w:p")),
  "files/ID2.odt": (bytes) => same(parts(entry(bytes, "content.xml"), "text:p")),
  "files/survey456.csv": csv("freetext"),
  // The first row names the columns.
  "files/survey789.xlsx": (bytes) => same(parts(entry(bytes, "xl/worksheets/sheet1.xml"), "row") - 1),
  "files/transcript.txt": (bytes) => same(text(bytes).split(/^\[id\d\]/m).length - 1),
};

/** Lists of topics and questions that a JSON file holds beside its turns. */
const BESIDE = /^It (?:stands beside the list of what was said|says again what the turns say)/;

let review: TestReview;
let viewer: Viewer;
beforeAll(async () => {
  review = await makeReview();
  viewer = await makeMember(review, "facilitator");
});

describe.each(Object.entries(FILES))("%s", (name, expected) => {
  const file = sharedFile(name);
  test.skipIf(file === null)(
    expected instanceof RegExp ? "is refused with why" : "goes in, every row that holds words",
    async () => {
      if (file === null) return;
      const bytes = Uint8Array.from(readFileSync(file));
      const roundtable = await makeRoundtable(review);
      const importing = importFile(viewer, {
        roundtableId: roundtable.id,
        fileName: path.basename(name),
        bytes,
      });
      if (expected instanceof RegExp) {
        await expect(importing).rejects.toThrow(expected);
        expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(0);
        return;
      }
      const { rows, words } = expected(bytes);
      const done = await importing;
      expect(done).toMatchObject({ state: "visible", rows: words });
      const own = done.problems.filter(({ reason }) => !BESIDE.test(reason));
      expect(own.length).toBe(rows - words);
      expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(words);
      console.log(`${name}: ${words} contributions, ${rows - words} left out`);
    },
  );
});
