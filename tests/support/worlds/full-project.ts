import { codingGuid, guidIn } from "@/lib/tag/exchange/file/export-kind";
import { contributionSource, type ExportContribution } from "@/lib/tag/exchange/file/contribution-source";
import type { ExchangeCode, ExchangeProject } from "@/lib/tag/exchange/file/project";
import { randomProject } from "./random-project";

export const guidOf = (what: string, n: number) => guidIn("share", "contribution", `${what} ${n}`);
const WORDS = "Nobody at my trust knew what the coach was for, and the time was never found.";
export const codes = Array.from({ length: 3 }, (_, n): ExchangeCode => ({
  guid: guidOf("code", n),
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
export function fullProject(contributions: number, onEach: number): ExchangeProject {
  const contribution = (n: number): ExportContribution => ({
    guid: guidOf("contribution", n),
    speaker: "P01",
    words: WORDS,
    noteGuids: [],
    codings: Array.from({ length: onEach }, (_, one) => {
      const [theme, coderGuid] = [codes[one % 3], guidOf("coder", one)];
      const said = {
        contributionGuid: guidOf("contribution", n),
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
  const source = { guid: guidOf("source", 0), name: "Roundtable", description: "" };
  return {
    ...randomProject(1, 0),
    codes,
    cases: [],
    notes: [],
    sets: [],
    noteGuids: [],
    createdBy: null,
    coders: Array.from({ length: onEach }, (_, n) => ({ guid: guidOf("coder", n), name: `Coder ${n}` })),
    sources: [
      contributionSource(
        source,
        Array.from({ length: contributions }, (_, n) => contribution(n)),
      ),
    ],
  };
}

export const known = (contributions: number) => ({
  said: [],
  byGuid: new Map(
    Array.from({ length: contributions }, (_, n) => [
      guidOf("contribution", n),
      {
        id: guidOf("contribution", n),
        roundtableId: guidOf("roundtable", 0),
        revision: 1,
        words: WORDS,
        masks: null,
      },
    ]),
  ),
});
