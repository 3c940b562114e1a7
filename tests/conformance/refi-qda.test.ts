import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { writeCodebook } from "@/lib/tag/exchange/codebook-file/codebook-file";
import { derivedGuid } from "@/lib/tag/exchange/format/guid";
import type { ExchangeProject } from "@/lib/tag/exchange/file/project";
import { randomProject } from "@/tests/support/worlds/random-project";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { codesOfThemes } from "@/lib/tag/exchange/file/theme-codes";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { sharedFile } from "@/tests/support/shared-data";

const projectSchema = sharedFile("refi-qda/Project.xsd");
const codebookSchema = sharedFile("refi-qda/Codebook.xsd");
const atlas = sharedFile("refi-qda/atlasti-standard-project.TestProject.qdpx");

const qdeOf = async (project: ExchangeProject) =>
  strFromU8(unzipSync(await writeProject(project))["project.qde"] ?? new Uint8Array());

/** What the official schema finds wrong with the documents. */
async function faults(schema: string, documents: string[]): Promise<string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const memory = { initialMemoryPages: 1_024, maxMemoryPages: 4_096 };
  const result = await validateXML({ xml, schema: [readFileSync(schema, "utf8")], ...memory });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

async function atlasProject() {
  const read = await readProject(Uint8Array.from(readFileSync(atlas ?? "")));
  if (!read.ok) throw new Error(read.reason);
  return read;
}

describe("a project file", () => {
  test.skipIf(projectSchema === null)(
    "is valid against the standard's schema, with and without contents",
    async () => {
      const nothing = {
        ...randomProject(1, 0),
        coders: [],
        codes: [],
        variables: [],
        cases: [],
        notes: [],
        sets: [],
      };
      const bare = { ...nothing, noteGuids: [], createdBy: null, description: "" };
      const projects = [bare, randomProject(11, 200), randomProject(12, 20), randomProject(13)];
      expect(await faults(projectSchema ?? "", await Promise.all(projects.map(qdeOf)))).toEqual([]);
    },
  );

  test.skipIf(projectSchema === null)("would be reported if it were not", async () => {
    const wrong = (await qdeOf(randomProject(13))).replace("<Users>", "<Users><Nobody/>");
    expect(await faults(projectSchema ?? "", [wrong])).toHaveLength(1);
  });
});

describe("a codebook file", () => {
  test.skipIf(codebookSchema === null)("is valid against the standard's schema", async () => {
    const themes = BUILT_IN_CODEBOOK.map((entry) => ({
      ...entry,
      guid: derivedGuid(entry.slug),
      parent: null,
    }));
    const built = writeCodebook({ origin: "NPQ review", ...codesOfThemes(themes) });
    const random = writeCodebook({ origin: "", codes: randomProject(14).codes, sets: [] });
    expect(await faults(codebookSchema ?? "", [built, random])).toEqual([]);
  });
});

describe.skipIf(atlas === null)("the project of ATLAS.ti that comes with the standard", () => {
  test("is imported: its contents are there, and what could not be imported is reported", async () => {
    const { value, warnings } = await atlasProject();
    expect(value).toMatchObject({
      title: "ATLAS.ti standard project",
      createdAt: new Date("2018-03-27T17:46:39Z"),
    });
    const selections = value.sources.flatMap((source) => source.selections);
    const codings = selections.flatMap((selection) => selection.codings);
    const counts = [value.coders, value.codes, value.sources, selections, codings, value.notes, value.sets];
    expect(counts.map(({ length }) => length)).toEqual([3, 14, 6, 6, 7, 2, 16]);
    expect(selections[0]).toMatchObject({
      name: "Oh, that was great. See you tomorrow? Eleven thirty. Mm.",
      start: 139,
      end: 195,
      authorGuid: "ad68fbe7-e1ee-4a82-a279-23cc698c89eb",
    });
    // It was published without the files of its sources.
    expect(value.sources.map(({ text }) => text)).toEqual(Array.from({ length: 6 }, () => null));
    expect(warnings).toEqual([
      "1 link between entries was left out.",
      "1 drawing was left out.",
      expect.stringMatching(/^6 sources that are not plain text were left out: cornflakes-n-milk.jpg, /),
      "9 codings of sources that are not plain text were left out.",
      expect.stringMatching(/^6 sources have no text: 1960s Coca Cola commercial - Audio.docx, /),
      "6 sources have formatting that was not imported.",
      "8 references to something that is not here were left out.",
    ]);
  });

  test.skipIf(projectSchema === null)("is exported valid, and equal when it is imported again", async () => {
    const { value } = await atlasProject();
    expect(await faults(projectSchema ?? "", [await qdeOf(value)])).toEqual([]);
    expect(await readProject(await writeProject(value))).toMatchObject({ ok: true, value });
  });

  test("is equal after a round trip with its texts, had it come with them", async () => {
    const { value } = await atlasProject();
    const texts = value.sources.map((source) => ({ ...source, text: "é👩🏽‍🏫".repeat(200) }));
    const whole = { ...value, sources: texts };
    expect(await readProject(await writeProject(whole))).toEqual({
      ok: true,
      value: whole,
      warnings: [],
      positions: expect.any(Array),
    });
  });
});
