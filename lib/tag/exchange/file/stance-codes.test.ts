import { describe, expect, test } from "vitest";
import { randomProject } from "@/tests/support/worlds/random-project";
import { derivedGuid } from "../format/guid";
import { ImportWarnings } from "../import-warnings";
import type { ExchangeCode, ExchangeCoding, ExchangeProject, ExchangeSelection } from "./project";
import { readProject } from "./read-project";
import { stanceCodes, takeStances, withStances } from "./stance-codes";
import { writeProject } from "./write-project";

const code = (guid: string, name: string, children: ExchangeCode[] = []): ExchangeCode => ({
  guid,
  name,
  description: "",
  colour: null,
  isCodable: true,
  noteGuids: [],
  children,
});
/** As another program returns the group: with its own identifiers. */
const GROUP = code("g", "stance", [code("s", "Strength"), code("i", "Improvement"), code("k", "Ask")]);

const coding = (codeGuid: string, coderGuid = "ann"): ExchangeCoding => ({
  guid: `${codeGuid}-${coderGuid}`,
  codeGuid,
  coderGuid,
  at: null,
  stance: null,
  noteGuids: [],
});
/** Passages of four characters, each with one coding, as programs without shared passages write them. */
function coded(...codings: ExchangeCoding[]): ExchangeProject {
  const whole = randomProject(1);
  const selections = codings.map((one): ExchangeSelection => ({
    guid: `at-${one.guid}`,
    name: "",
    description: "",
    start: 0,
    end: 4,
    authorGuid: null,
    at: null,
    codings: [one],
    noteGuids: [],
  }));
  const sources = whole.sources.slice(0, 1).map((source) => ({ ...source, codings: [], selections }));
  return { ...whole, codes: [code("a", "A"), code("b", "B"), GROUP], sources, sets: [] };
}
function taken(project: ExchangeProject) {
  const warnings = new ImportWarnings();
  const { codes, sources } = takeStances(project, warnings);
  const selections = sources.flatMap((source) => source.selections);
  const stances = selections.flatMap(({ codings }) => codings.map(({ guid, stance }) => [guid, stance]));
  return { names: codes.map(({ name }) => name), selections, stances, warnings: warnings.sentences() };
}

describe("stances as codes", () => {
  test("are written next to the coding they belong to, by the same coder", () => {
    const ask = { ...coding("a"), stance: "ask" as const };
    const [first, alongside, ...others] = withStances([ask]);
    expect([first, others]).toEqual([ask, []]);
    expect(alongside).toMatchObject({ coderGuid: "ann" });
    const [group] = stanceCodes(coded(ask));
    expect(group?.children.find(({ guid }) => guid === alongside?.codeGuid)?.name).toBe("Ask");
    expect(stanceCodes({ ...coded(coding("a")), codes: [] })).toEqual([]);
  });

  test("are recognised by name, and by passage and coder, where identifiers were lost", () => {
    const { names, stances, selections, warnings } = taken(
      coded(coding("a"), coding("b"), coding("i"), coding("a", "bob"), coding("k", "bob")),
    );
    expect(names).toEqual(["A", "B"]);
    expect(stances).toEqual([
      ["a-ann", "improvement"],
      ["b-ann", "improvement"],
      ["a-bob", "ask"],
    ]);
    expect(selections).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  test("are not guessed where a coder gave the passage several, or no coding to have them", () => {
    const { stances, warnings } = taken(coded(coding("a"), coding("s"), coding("k"), coding("s", "bob")));
    expect(stances).toEqual([["a-ann", null]]);
    expect(warnings).toEqual(["3 stances do not belong to a single coding and were left out."]);
  });

  test("are not recognised in a codebook with its own “Stance”", () => {
    const own = { ...coded(coding("x")), codes: [code("g", "Stance", [code("x", "For"), code("s", "Ask")])] };
    expect(takeStances(own, new ImportWarnings())).toBe(own);
  });

  test("leave a group alone that is the project’s own", async () => {
    const whole = randomProject(2);
    const group = { ...GROUP, guid: derivedGuid("own"), children: [code(derivedGuid("own-ask"), "Ask")] };
    const project = { ...whole, codes: [group, ...whole.codes] };
    expect(await readProject(await writeProject(project))).toMatchObject({ ok: true, value: project });
    const unused = { ...project, sources: [], cases: [], sets: [] };
    expect(await readProject(await writeProject(unused))).toMatchObject({ ok: true, value: unused });
  });
});
