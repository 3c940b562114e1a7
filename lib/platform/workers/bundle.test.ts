import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { currentWorker } from "./bundle.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "worker-"));
const made = new Set<string>();
afterAll(() => {
  for (const file of [folder, ...made]) rmSync(file, { recursive: true, force: true });
});

/** The bundle's result for the entry, after a file that it imports has this text. */
async function saying(words: string, changed: number): Promise<unknown> {
  const imported = path.join(folder, "words.ts");
  writeFileSync(imported, `export const words: string = "${words}";\n`);
  utimesSync(imported, changed, changed);
  const file = await currentWorker(path.join(folder, "entry.ts"));
  made.add(file);
  return import(/* @vite-ignore */ file);
}

test("a thread is started from the current sources, under another name where they changed", async () => {
  writeFileSync(path.join(folder, "entry.ts"), 'export { words } from "./words";\n');
  expect(await saying("first", 1_000)).toMatchObject({ words: "first" });
  expect(await saying("first", 1_000)).toMatchObject({ words: "first" });
  expect(made.size).toBe(1);
  expect(await saying("second", 2_000)).toMatchObject({ words: "second" });
  expect(made.size).toBe(2);
});
