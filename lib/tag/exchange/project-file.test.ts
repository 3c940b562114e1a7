import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { randomProject } from "@/tests/support/worlds/random-project";
import type { ExchangeProject } from "./file/project";
import { readProject } from "./file/read-project";
import { writeProject } from "./file/write-project";

const xmlOf = async (project: ExchangeProject) =>
  strFromU8(unzipSync(await writeProject(project))["project.qde"] ?? new Uint8Array());

/** A project of one source, with one passage of it coded. */
function small(text: string, start: number, end: number): ExchangeProject {
  const whole = randomProject(1);
  const [source] = whole.sources;
  const coded = whole.sources
    .flatMap(({ selections }) => selections)
    .find(({ codings }) => codings.length > 0);
  if (!source || !coded) throw new Error("The seed gives no source with a coding.");
  return {
    ...whole,
    cases: [],
    sets: [],
    sources: [{ ...source, text, selections: [{ ...coded, start, end }] }],
  };
}

describe("a project that was written", () => {
  test("is equal after a round trip, whatever is in it", async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const project = randomProject(seed);
      expect(await readProject(await writeProject(project)), `seed ${seed}`).toEqual({
        ok: true,
        value: project,
        warnings: [],
        positions: expect.any(Array),
      });
    }
  });

  test("gives the same bytes for the same project", async () => {
    expect(await writeProject(randomProject(7))).toEqual(await writeProject(randomProject(7)));
  });

  test("has the names and the layout of the standard", async () => {
    const project = randomProject(3);
    const names = project.sources.map(({ guid }) => `sources/${guid}.txt`).sort();
    expect(Object.keys(unzipSync(await writeProject(project)))).toEqual(["project.qde", ...names]);
    for (const { guid } of project.sources)
      expect(await xmlOf(project)).toContain(`plainTextPath="internal://${guid}.txt"`);
  });

  test("counts code points, and ends after the last one", async () => {
    const text = "e\u0301 👩🏽‍🏫 said";
    expect(sliceCodePoints(text, 3, 7)).toBe("👩🏽‍🏫");
    const project = small(text, 3, 7);
    expect(await xmlOf(project)).toMatch(/startPosition="3" endPosition="7"/);
    expect(await readProject(await writeProject(project))).toMatchObject({ value: project, warnings: [] });
  });

  test("has another sign where XML cannot hold a character, and keeps it in texts", async () => {
    const project = { ...small("a\u0000\u0008b", 1, 4), title: "a\u0008b\v\uD800\u{1FFFE}" };
    const read = await readProject(await writeProject(project));
    expect(read).toMatchObject({ value: { ...project, title: "a b\n\uFFFD\u{1FFFE}" }, warnings: [] });
  });

  test("keeps passages in place where a text had Windows line ends", async () => {
    const text = "One\r\ntwo\r\nthree\rfour";
    const read = await readProject(await writeProject(small(text, 5, 8)));
    expect(read).toMatchObject({
      value: { sources: [{ text: "One\ntwo\nthree\nfour", selections: [{ start: 4, end: 7 }] }] },
    });
    const over = await readProject(await writeProject(small(text, 2, 4)));
    expect(over).toMatchObject({ value: { sources: [{ selections: [{ start: 2, end: 3 }] }] } });
    const whole = await readProject(await writeProject(small(text, 0, 20)));
    expect(whole).toMatchObject({ value: { sources: [{ selections: [{ start: 0, end: 18 }] }] } });
  });

  test("is read from a folder that another program compressed again", async () => {
    const project = randomProject(5);
    const files = Object.entries(unzipSync(await writeProject(project)));
    const renamed = files.map(([name, bytes]) => {
      const other = name === "project.qde" ? "My review.QDE" : `Sources\\${name.slice(8).toUpperCase()}`;
      return [other, bytes] as const;
    });
    expect(await readProject(zipSync(Object.fromEntries(renamed)))).toEqual({
      ok: true,
      value: project,
      warnings: [],
      positions: expect.any(Array),
    });
  });

  test("is read or refused, and never throws a fault, however it was damaged", async () => {
    const random = seededRandom(9);
    const qde = await xmlOf(randomProject(9));
    const pieces = ["<", ">", '"', "&", "guid", "</Code>", "<Coding>", "-1", "\u0000", "é"];
    const outcomes = new Set<boolean>();
    for (let n = 0; n < 60; n++) {
      const at = Math.floor(random() * qde.length);
      const piece = pieces[Math.floor(random() * pieces.length)] ?? "";
      const damaged = qde.slice(0, at) + piece + qde.slice(at + Math.floor(random() * 5));
      outcomes.add((await readProject(zipSync({ "project.qde": strToU8(damaged) }))).ok);
      const bytes = await writeProject(small("Words", 0, 3));
      bytes[Math.floor(random() * bytes.length)] = n;
      outcomes.add((await readProject(bytes)).ok);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });
});
