import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { decodeFile } from "@/lib/capture/import/reading/decode-file";
import { readFile } from "@/lib/capture/import/reading/read-file";
import { sharedFile } from "@/tests/support/shared-data";

type Said = [speaker: string, words: string, time: string];

/** What each file says, by the README beside it: its turns, and how many rows are told as left out. */
const CASES: Record<string, { format: string; said: Said[]; left: number }> = {
  "zoom-chat-saved/zoom-saved.txt": {
    format: "chat",
    said: [
      ["Imani Cole", "Cover for the days was never paid.", "2026-05-12 14:02:11"],
      ["Bronwen Pugh", "Ours paid half of it.", "2026-05-12 14:03:02"],
      ["Rowan Ashe", "Thank you both.", "2026-05-12 14:05:00"],
    ],
    left: 1,
  },
  "zoom-chat-reactions/zoom-reactions.txt": {
    format: "chat",
    said: [
      ["Imani Cole", "Cover for the days was never paid.", "14:02:11"],
      ["Bronwen Pugh", "Ours paid half of it.", "14:03:02"],
      ["Bronwen Pugh", "From Monday we are closed", "14:05:00"],
      ["Noor Ali", "10:30 works for me: see you", "14:06:10"],
    ],
    left: 5,
  },
  "elapsed-times/otter.txt": {
    format: "transcript",
    said: [
      ["Rowan Ashe", "Welcome, everybody.", "0:03"],
      ["Imani Cole", "Our trust paid for two cohorts.", "0:31"],
      ["Bronwen Pugh", "Mine had to pay herself.", "14:10"],
      ["Imani Cole", "The travel was the worst of it.", "24:05"],
      ["Bronwen Pugh", "We would ask for cover, not fees.", "59:59"],
      ["Rowan Ashe", "Thank you both.", "1:02:07"],
    ],
    left: 0,
  },
  "elapsed-times/otter-with-preamble.txt": {
    format: "transcript",
    said: [
      ["Rowan Ashe", "Welcome, everybody. We have ninety minutes.", "00:03"],
      ["Imani Cole", "Our trust paid for two cohorts of the NPQ for SENCOs.", "00:09"],
      ["Bronwen Pugh", "Mine had to pay herself. She gave up in the second term.", "00:31"],
      ["Rowan Ashe", "Thank you both.", "1:02:07"],
    ],
    left: 4,
  },
  "assemblyai-ms/assemblyai.json": {
    format: "json",
    said: [
      ["A", "Welcome, everybody.", "+0.25"],
      ["B", "Our trust paid for two cohorts.", "+61.25"],
      ["A", "What happened to the third?", "+999"],
      ["B", "Cancelled for want of numbers.", "+1001.5"],
      ["C", "We would ask for cover.", "+3599"],
    ],
    left: 0,
  },
};

test.skipIf(sharedFile("cases/mac-roman/mac-roman.csv") === null)(
  "mac-roman/mac-roman.csv has its apostrophes, and shows the text in which encodings differ",
  () => {
    const bytes = Uint8Array.from(readFileSync(sharedFile("cases/mac-roman/mac-roman.csv") ?? ""));
    const { encoding, text, candidates, unreadable } = decodeFile(bytes);
    expect(encoding).toBe("Mac Roman");
    expect(unreadable).toBe(0);
    expect(text).toContain("It’s the cost: we can’t release staff, and it’s “not covered”");
    expect(text.trimEnd().split("\n")).toHaveLength(3);
    const samples = Object.fromEntries(candidates.map((one) => [one.encoding, one.sample]));
    expect(samples["Mac Roman"]).toContain("It’s the cost");
    expect(samples["Windows-1252"]).toContain("ItÕs the cost");
  },
);

describe.each(Object.entries(CASES))("%s", (name, { format, said, left }) => {
  const file = sharedFile(`cases/${name}`);
  test.skipIf(file === null)("goes in whole", async () => {
    const bytes = Uint8Array.from(readFileSync(file ?? ""));
    const taken: string[][] = [];
    let told = 0;
    const read = await readFile(
      { bytes, fileName: path.basename(name), roundtableId: "r" },
      ({ cells, out }) => {
        if (out === undefined) taken.push(cells);
        else told++;
      },
    );
    expect(read.format).toBe(format);
    expect(taken).toEqual(said);
    expect(told).toBe(left);
  });
});
