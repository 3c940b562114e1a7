import { unzipSync, strFromU8 } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { wordsIn } from "@/tests/support/random-words";
import { officeParts, wordPartText } from "@/tests/support/read-written";
import { heldBack, publishCount } from "@/lib/aggregate/publication/published-count";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { releaseBrief } from "./release-brief";
import { releaseCsv, releaseXlsx } from "./release-spreadsheets";

const THEME = "0198c5e0-0000-7000-8000-000000000001";
const people = (count: number) => publishCount(count, 29, 5);

const RELEASE: Release = {
  number: 2,
  createdAt: new Date("2026-11-29T10:00:00Z"),
  tables: [
    {
      roundtable: null,
      roundtables: 2,
      present: 29,
      themes: [
        {
          id: THEME,
          slug: "coaching",
          title: "=Coaching",
          colour: "1",
          axis: "theme",
          people: people(15),
          stances: {
            strength: people(3),
            improvement: heldBack(29, 5),
            ask: people(12),
            observation: people(0),
          },
          hands: [],
        },
      ],
    },
  ],
  coding: { coders: 2, agreement: null },
  npqs: {
    npqs: [
      { npq: "NPQH", people: people(3) },
      { npq: "NPQSL", people: people(12) },
      { npq: "NPQLT", people: people(0) },
    ],
    theme: null,
    pairs: [{ first: "NPQH", second: "NPQSL", people: people(2) }],
  },
  breakdowns: [
    {
      attribute: "role",
      release: 1,
      groups: [{ group: "headteacher", present: 12, themes: { [THEME]: publishCount(7, 12, 5) } }],
    },
  ],
  findings: [
    {
      id: "0198c5e0-0000-7000-8000-000000000002",
      themeId: THEME,
      stance: "ask",
      text: "Pay for coaches.",
      counterView: "Let schools choose.",
      supports: people(12),
      contradicts: people(2),
    },
  ],
};

const ABOUT = {
  review: "NPQ review",
  release: 2,
  releasedOn: "29 November 2026",
  link: "https://review.example/dashboard?release=2",
};

test("the CSV holds every figure as it is published, where it is from, and no formula", () => {
  const lines = releaseCsv(RELEASE, ABOUT).split("\r\n");
  const start = "NPQ review,2,29 November 2026";
  expect(lines).toContain(`${start},Figures,All roundtables,'=Coaching,Raised it,about 15,29,`);
  expect(lines).toContain(`${start},Figures,All roundtables,'=Coaching,Improvement,not shown,29,`);
  expect(lines).toContain(
    `${start},Findings,All roundtables,'=Coaching,Ask: said so,about 10,29,Pay for coaches.`,
  );
  expect(lines).toContain(
    `${start},Findings,All roundtables,'=Coaching,Ask: saw it differently,a few,29,Let schools choose.`,
  );
  expect(lines).toContain(
    `${start},Groups,All roundtables,'=Coaching,Role group: Headteacher,about 5,12,Counted in release 1`,
  );
  expect(lines.some((line) => line.startsWith(`${start},Method`) && line.includes("nearest 5"))).toBe(true);
});

test("the workbook has a sheet for each kind, and its cells are text", async () => {
  const file = await releaseXlsx(RELEASE, ABOUT);
  const rows = await readSheet(Buffer.from(file), "Figures");
  expect(rows[1]).toEqual(["All roundtables", "=Coaching", "Raised it", "about 15", "29"]);
  const [head, finding] = await readSheet(Buffer.from(file), "Findings");
  expect(head).toContain("How many saw it differently");
  expect(finding).toEqual([
    ...["=Coaching", "Ask", "Pay for coaches.", "about 10", "a few", "Let schools choose.", "29"],
  ]);
  const about = await readSheet(Buffer.from(file), "About and method");
  expect(about).toContainEqual(["Released on", "29 November 2026"]);
  const parts = Object.entries(unzipSync(file));
  expect(parts.filter(([name]) => /worksheets\/sheet\d/.test(name))).toHaveLength(5);
  expect(parts.some(([, bytes]) => strFromU8(bytes).includes("<f>"))).toBe(false);
});

test("the brief says what people said in words, and names its release", async () => {
  const parts = unzipSync(await releaseBrief(RELEASE, ABOUT));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, "");
  expect(text("word/document.xml")).toContain("29 people were present at 2 roundtables.");
  expect(text("word/document.xml")).toContain(
    "Pay for coaches. Ask. Some participants, about 10 of 29. A few saw this differently: let schools choose.",
  );
  expect(text("word/document.xml")).toContain(
    "NPQs that people spoke aboutNPQSL (about 10), NPQH (a few).Named together, where people spoke about repetition: NPQH and NPQSL (a few). To name two together does not say that they repeat each other.",
  );
  expect(text("word/document.xml")).toMatch(
    /What is not known.+1 figure of themes and groups is not shown, to protect people\..+Nobody spoke about NPQLT\./,
  );
  expect(
    Object.keys(parts)
      .filter((name) => name.includes("footer"))
      .map(text)
      .join(),
  ).toContain("NPQ review, release 2, 29 November 2026");
});

test("the brief tells what works, and names what it has no room for, so that nothing that ties is missing", async () => {
  const [table] = RELEASE.tables;
  const [theme] = table?.themes ?? [];
  const [finding] = RELEASE.findings;
  if (!table || !theme || !finding) throw new Error("The release has no theme.");
  const themes = Array.from({ length: 10 }, (_, at) => ({ ...theme, title: `Theme ${at + 1}` }));
  const strengths = Array.from({ length: 5 }, (_, at) => ({
    ...finding,
    id: `f${at}`,
    stance: "strength" as const,
    text: `Strength ${at + 1}.`,
  }));
  const parts = unzipSync(
    await releaseBrief({ ...RELEASE, tables: [{ ...table, themes }], findings: strengths }, ABOUT),
  );
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, "");
  expect(text).toContain("Other themes: Theme 9 (about 15), Theme 10 (about 15).");
  expect(text).toContain("What works wellStrength 1. Strength. Some participants");
  expect(text).toContain("The dashboard has 1 more finding of this kind.");
  expect(text).toContain("They are not quotations.");
  expect(text).not.toContain("..");
});

test("the brief opens whatever people typed, and its words are apart", async () => {
  const [finding] = RELEASE.findings;
  if (!finding) throw new Error("The release has no finding.");
  const findings = [{ ...finding, text: "One\vtwo\uFFFEthree\u0001four\tfive." }];
  const file = await releaseBrief({ ...RELEASE, findings }, { ...ABOUT, review: "NPQ\f\uFFFFreview" });
  const text = wordPartText(officeParts(file).get("word/document.xml") ?? "");
  expect(wordsIn(text).join(" ")).toContain("One two\uFFFDthree four five.");
  expect(wordsIn(text).join(" ")).toContain("NPQ \uFFFDreview: what people said");
});
