import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { z } from "zod";
import { toDocx } from "@/lib/report/export/docx";
import { writeCodebook } from "@/lib/tag/exchange/codebook-file/codebook-file";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { randomWords, wordsHeld, wordsIn } from "@/tests/support/random-words";
import { officeParts, wordPartText } from "@/tests/support/read-written";
import { sharedFile } from "@/tests/support/shared-data";
import { exportedBlock, exportedReport } from "@/tests/support/worlds/exported-report";
import { randomProject } from "@/tests/support/worlds/random-project";

const sentences = sharedFile("cases/docx-export-signs/sentences.json");
const Sentences = z.array(z.object({ name: z.string(), text: z.string() }));

describe("a report downloaded as Word, with characters that XML does not have", () => {
  test.skipIf(sentences === null)("opens, and its words are apart", async () => {
    const all = Sentences.parse(JSON.parse(readFileSync(sentences ?? "", "utf8")));
    expect(all.length).toBeGreaterThan(1);
    for (const { name, text } of all) {
      const report = exportedReport([exportedBlock("paragraph", [text])]);
      const parts = officeParts(await toDocx({ ...report, title: text }, { annotated: true }));
      const lines = wordPartText(parts.get("word/document.xml") ?? "");
      expect(lines, name).not.toContain("onetwo");
      expect(wordsIn(lines).join(" "), name).toContain(wordsHeld(text).join(" "));
    }
  });
});

describe("files of REFI-QDA with words of any characters", () => {
  const schemas = {
    project: sharedFile("refi-qda/Project.xsd"),
    codebook: sharedFile("refi-qda/Codebook.xsd"),
  };
  const texts = Array.from({ length: 20 }, (_, seed) => randomWords(seed + 900));
  const withTexts = (seed: number) => {
    const project = randomProject(seed);
    const text = texts.join(" ");
    const code = { ...project.codes[0], name: text, description: text };
    const notes = project.notes.map((note) => ({ ...note, name: text, text }));
    return { ...project, title: text, description: text, notes, codes: [{ ...EMPTY_CODE, ...code }] };
  };

  test.skipIf(schemas.project === null)("are valid against the standard’s schemas", async () => {
    const projects = [withTexts(21), withTexts(22)];
    const files = await Promise.all(projects.map(writeProject));
    const written = files.map((file) => unzipSync(file)["project.qde"]);
    const codebook = writeCodebook({ origin: texts[0] ?? "", codes: withTexts(23).codes, sets: [] });
    const xml = written.map((bytes) => strFromU8(bytes ?? new Uint8Array()));
    expect(await faults(schemas.project, xml)).toEqual([]);
    expect(await faults(schemas.codebook, [codebook])).toEqual([]);
  });
});

const EMPTY_CODE = { guid: "", colour: null, isCodable: true, noteGuids: [], children: [] };

async function faults(schema: string | null, documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const memory = { initialMemoryPages: 1_024, maxMemoryPages: 4_096 };
  const result = await validateXML({ xml, schema: [readFileSync(schema ?? "", "utf8")], ...memory });
  return result.errors.map(({ rawMessage }) => rawMessage);
}
