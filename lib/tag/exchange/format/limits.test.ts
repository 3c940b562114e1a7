import { describe, expect, test } from "vitest";
import { randomProject } from "@/tests/support/random-project";
import { carry, uncarry } from "../carried";
import { codingGuid, guidIn } from "../file/export-kind";
import { contributionSource, type ExportContribution } from "../file/contribution-source";
import type { ExchangeCode, ExchangeProject, ExchangeSelection } from "../file/project";
import { readProject } from "../file/read-project";
import { themesOfCodes } from "../file/theme-codes";
import { writeProject } from "../file/write-project";
import { Incoming } from "../incoming";
import { matchContributions } from "../match-contributions";
import { MAX_PROJECT_BYTES, MAX_ENTRIES, MAX_CONTRIBUTIONS } from "./limits";

const id = (what: string, n: number) => guidIn("share", "contribution", `${what} ${n}`);
const WORDS = "Nobody at my trust knew what the coach was for, and the time was never found.";
const codes = Array.from({ length: 3 }, (_, n): ExchangeCode => ({
  guid: id("code", n),
  name: `Theme ${n}`,
  description: "",
  colour: null,
  isCodable: true,
  noteGuids: [],
  children: [],
}));
const at = new Date("2026-05-14T10:00:00Z");

/**
 * A project of so many contributions with so many codings on each, every one on words of its own and with a
 * stance.
 */
function project(contributions: number, onEach: number): ExchangeProject {
  const contribution = (n: number): ExportContribution => ({
    guid: id("contribution", n),
    speaker: "P01",
    words: WORDS,
    noteGuids: [],
    codings: Array.from({ length: onEach }, (_, one) => {
      const [theme, coderGuid] = [codes[one % 3], id("coder", one)];
      const said = {
        contributionGuid: id("contribution", n),
        coderGuid,
        themeId: theme?.guid ?? "",
        stance: "ask" as const,
      };
      const span = { spanStart: one, spanEnd: one + 9 };
      return {
        guid: codingGuid({ ...said, ...span }),
        codeGuid: said.themeId,
        ...said,
        at,
        noteGuids: [],
        ...span,
      };
    }),
  });
  const source = { guid: id("source", 0), name: "Roundtable", description: "" };
  return {
    ...randomProject(1, 0),
    codes,
    cases: [],
    notes: [],
    sets: [],
    noteGuids: [],
    createdBy: null,
    coders: Array.from({ length: onEach }, (_, n) => ({ guid: id("coder", n), name: `Coder ${n}` })),
    sources: [
      contributionSource(
        source,
        Array.from({ length: contributions }, (_, n) => contribution(n)),
      ),
    ],
  };
}

const known = (contributions: number) => ({
  said: [],
  byGuid: new Map(
    Array.from({ length: contributions }, (_, n) => [
      id("contribution", n),
      {
        id: id("contribution", n),
        roundtableId: id("roundtable", 0),
        revision: 1,
        words: WORDS,
        masks: null,
      },
    ]),
  ),
});

describe("the fullest file that goes out", () => {
  test("comes in again, and through the page", { timeout: 240_000 }, async () => {
    const onEach = MAX_ENTRIES / MAX_CONTRIBUTIONS - 1;
    const bytes = writeProject(project(MAX_CONTRIBUTIONS, onEach));
    expect(bytes.length).toBeLessThan(MAX_PROJECT_BYTES);
    const read = await readProject(bytes);
    if (!read.ok) throw new Error(read.reason);
    const { incoming, leftOut } = matchContributions(
      read.value,
      themesOfCodes(codes, []),
      known(MAX_CONTRIBUTIONS),
    );
    expect(leftOut).toEqual({ sources: [], whole: 0, nowhere: 0, changed: 0, notes: 0 });
    const carried = uncarry(carry(incoming), Incoming);
    expect(carried.contributions.flatMap(({ codings }) => codings)).toHaveLength(MAX_CONTRIBUTIONS * onEach);
  });
});

describe("a small file that says very much", () => {
  const over = (passages: number, contributions: number, codings = 1) => {
    const made = project(contributions, codings);
    const [source] = made.sources;
    const [first] = source?.selections.filter((one) => one.codings.length > 0) ?? [];
    if (!source || !first) throw new Error("Nothing is coded.");
    const all = Array.from({ length: passages }, (_, n): ExchangeSelection => ({
      ...first,
      guid: id("passage", n),
      start: 0,
      end: 1e6,
    }));
    return { ...made, sources: [{ ...source, selections: [...source.selections, ...all] }] };
  };

  test("is refused in words before it fills the memory", () => {
    expect(() => matchContributions(over(2_000, 2_000), themesOfCodes(codes, []), known(2_000))).toThrow(
      /more than 300,000 codings on contributions of this review/,
    );
  });

  test("is refused where one contribution would have more codings than the page carries", () => {
    expect(() => matchContributions(over(1_100, 2), themesOfCodes(codes, []), known(2))).toThrow(
      /more than 1,000 codings on one contribution/,
    );
    expect(() => matchContributions(over(900, 2), themesOfCodes(codes, []), known(2))).not.toThrow();
  });
});
