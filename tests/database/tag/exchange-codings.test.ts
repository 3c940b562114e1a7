import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import readSheets from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { codingFile } from "@/app/(workspace)/reviews/[review]/coding/exchange/coding-files";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import type { ExportKind } from "@/lib/tag/exchange/file/export-kind";
import { openCodings } from "@/lib/tag/exchange/queries/exchange-codings";
import { openTestDatabase } from "@/tests/support/database";
import {
  closeRoundtables,
  makeExchangeStory,
  type ExchangeStory,
} from "@/tests/support/worlds/exchange-story";
import { makeMember } from "@/tests/support/worlds/factories";

openTestDatabase();

let story: ExchangeStory;
beforeAll(async () => {
  story = await makeExchangeStory();
});

const ABOUT = { review: "The review", scope: "All themes", caveat: "Not a sample.", made: new Date(0) };
type Of = { themeId?: string; roundtableId?: string };

async function open(viewer: Viewer, kind: ExportKind, { themeId, roundtableId }: Of = {}) {
  const asked = { reviewId: story.review.id, themeId: themeId ?? null, roundtableId: roundtableId ?? null };
  return openCodings(viewer, { ...asked, kind });
}

async function bytesOf(name: string, kind: ExportKind, of: Of = {}): Promise<Uint8Array> {
  const file = codingFile(name);
  if (!file) throw new Error(`No file ${name}.`);
  const chunks: Uint8Array[] = [];
  for await (const part of file.write(story.ada, await open(story.ada, kind, of), ABOUT))
    chunks.push(typeof part === "string" ? Buffer.from(part) : part);
  return Uint8Array.from(Buffer.concat(chunks));
}

async function csv(name: string, kind: ExportKind, of: Of = {}): Promise<Record<string, string>[]> {
  const text = Buffer.from(await bytesOf(name, kind, of)).toString();
  const rows: string[][] = parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
  const [header = [], ...below] = rows;
  expect(below.pop()).toEqual(["Not a sample."]);
  return below.map((cells) => Object.fromEntries(header.map((title, at) => [title, cells[at] ?? ""])));
}

async function wordsOf(kind: ExportKind, of: Of = {}): Promise<string> {
  return strFromU8(
    unzipSync(await bytesOf("passages.docx", kind, of))["word/document.xml"] ?? new Uint8Array(),
  );
}

const NEVER_SHARED = /Hill Top|Uncleared|Paraphrase|Struck|Erased|Memo-words/;

describe("a table of codings for the facilitators", () => {
  test("has a row for each coding, with the passage, the words around it and where it is from", async () => {
    const rows = await csv("codings.csv", "own");
    const { cost, bob, speaker, contributions } = story;
    const marked = rows.find((row) => row["Theme"] === cost.title && row["Passage"]?.startsWith("Hill Top"));
    expect(marked).toMatchObject({
      Stance: "Improvement",
      "Set by": bob.name,
      "In the settled coding": "Yes",
      Passage: "Hill Top School, and",
      "Words before": "👩🏽‍🏫 Marking differs at ",
      "Words after": " nobody says why.",
      Speaker: speaker.label,
      Memos: `${bob.name}: Memo-words:\nlook at the other roundtable.`,
    });
    const whole = rows.filter((row) => row["Passage"] === contributions.clear.text);
    expect(whole.map((row) => row["Set by"]).sort()).toEqual([story.ada.name, bob.name].sort());
    expect(rows).toHaveLength(6);
    expect(JSON.stringify(rows)).not.toMatch(/Zelda|Quist|Struck|Erased/);
  });

  test("has the coding of one theme, or of one roundtable", async () => {
    const themes = (rows: Record<string, string>[]) => new Set(rows.map((row) => row["Theme"]));
    expect(themes(await csv("codings.csv", "own", { themeId: story.marking.id }))).toEqual(
      new Set([story.marking.title]),
    );
    const there = await csv("codings.csv", "own", { roundtableId: story.secret.id });
    expect(there.map((row) => row["Passage"])).toEqual(["It costs too much."]);
  });

  test("comes with contributions that nobody coded, and with memos", async () => {
    const contributions = await csv("contributions.csv", "own");
    const uncoded = contributions.find((row) => row["Contribution"]?.startsWith("Somebody-words"));
    expect(uncoded).toMatchObject({ "Settled themes": "" });
    const memos = await csv("memos.csv", "own");
    expect(memos.map((row) => [row["Memo"], row["Written by"]]).sort()).toEqual([
      ["Memo-words too.", story.ada.name],
      ["Memo-words:\nlook at the other roundtable.", story.bob.name],
    ]);
  });

  test("is the same in a workbook, which Excel opens", async () => {
    const sheets = await readSheets(Buffer.from(await bytesOf("codings.xlsx", "own")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Codings",
      "Contributions",
      "Memos",
      "About this file",
    ]);
    const [codings] = sheets;
    const rows = await csv("codings.csv", "own");
    expect(codings?.data.slice(1).map((row) => row[5])).toEqual(rows.map((row) => row["Passage"]));
  });
});

describe("a Word document of passages", () => {
  test("has those of each theme under its title, with the words around them", async () => {
    const words = await wordsOf("own");
    expect(words).toContain(
      `<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">${story.cost.title}`,
    );
    expect(words).toContain('<w:b/></w:rPr><w:t xml:space="preserve">Hill Top School, and</w:t>');
    expect(words).toContain(`Improvement (${story.bob.name}) · ${story.speaker.label}`);
    const one = await wordsOf("own", { themeId: story.marking.id });
    expect(one).toContain("Marking differs at Hill Top");
    expect(one).not.toContain(story.cost.title);
  });
});

describe("a coding that was decided between coders", () => {
  test("stands in the settled coding, also with a stance that nobody set", async () => {
    const { contributions, marking, ada, review } = story;
    const round = await db().codingRound.create({
      data: {
        reviewId: review.id,
        number: 1,
        title: "First",
        state: "adjudicating",
        seed: 1,
        sampling: {},
        blind: false,
        codedAt: new Date(),
        createdById: ada.userId,
      },
    });
    const decision = await db().adjudication.create({
      data: {
        reviewId: review.id,
        codingRoundId: round.id,
        contributionId: contributions.clear.id,
        themeId: marking.id,
        stances: ["ask"],
        reason: "It asks.",
        byId: ada.userId,
      },
    });
    const rows = await csv("codings.csv", "own", { themeId: marking.id });
    expect(rows.map((row) => [row["Stance"], row["Set by"], row["In the settled coding"]]).sort()).toEqual(
      [
        ["Ask", "Decided between coders", "Yes"],
        ["Improvement", ada.name, "No"],
        ["Improvement", story.bob.name, "No"],
      ].sort(),
    );
    await db().adjudication.delete({ where: { id: decision.id } });
  });
});

describe("files to share", () => {
  test("hold what a project to share holds: no speaker, time, question or memo, and coders by number", async () => {
    await closeRoundtables(story);
    const rows = await csv("codings.csv", "share");
    expect(Object.keys(rows[0] ?? {})).not.toEqual(expect.arrayContaining(["Speaker"]));
    const files = [
      JSON.stringify(rows),
      JSON.stringify(await csv("contributions.csv", "share")),
      JSON.stringify(await csv("memos.csv", "share")),
      await wordsOf("share"),
      JSON.stringify(await readSheets(Buffer.from(await bytesOf("codings.xlsx", "share")))),
    ];
    for (const words of files) {
      expect(words).not.toMatch(NEVER_SHARED);
      for (const never of [story.speaker.label, story.ada.name, story.bob.name])
        expect(words).not.toContain(never);
    }
    expect(files[0]).toContain("[school], and");
    expect(files[0]).toContain("Coder 1");
  });
});

describe("who may take coding out", () => {
  test("is a facilitator; a reviewer is refused, and for others the review does not exist", async () => {
    const reviewer = await makeMember(story.review, "reviewer");
    await expect(open(reviewer, "share")).rejects.toMatchObject({ kind: "forbidden" });
    const outsider = { ...reviewer, memberships: [] };
    await expect(open(outsider, "share")).rejects.toMatchObject({ kind: "not-found" });
    expect((await open(story.bob, "share")).themes.size).toBe(2);
  });

  test("is recorded with the file", async () => {
    const what = { reviewId: story.review.id, roundtableId: null, kind: "own", file: "memos.csv" } as const;
    const reviewer = await makeMember(story.review, "reviewer");
    await expect(recordExport(reviewer, what)).rejects.toMatchObject({ kind: "forbidden" });
    await recordExport(story.ada, what);
    const entry = await db().auditEntry.findFirst({
      where: { reviewId: story.review.id, action: "coding.export" },
      orderBy: { id: "desc" },
    });
    expect(entry?.detail).toEqual({ kind: "own", file: "memos.csv" });
  });

  test("finds neither a theme nor a roundtable of another review", async () => {
    const none = crypto.randomUUID();
    await expect(open(story.ada, "own", { themeId: none })).rejects.toMatchObject({ kind: "not-found" });
    await expect(open(story.ada, "own", { roundtableId: none })).rejects.toMatchObject({ kind: "not-found" });
  });
});
