import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCaptions } from "@/lib/capture/import/reading/captions/read-captions";
import { sharedFile } from "@/tests/support/shared-data";

/** What each file says, by the README beside it: how many turns, and their words in order. */
const CASES: Record<string, readonly string[]> = {
  "captions-angle-brackets/angle.srt": ["The <inaudible> was cancelled by <name removed>."],
  "captions-angle-brackets/less-than.vtt": ["fewer than five, < 5, came and > 3 left. Nobody paid."],
  "captions-blank-line/blank-first.vtt": [
    "Our trust paid for two cohorts.",
    "The third was cancelled for want of numbers.",
    "What happened then?",
  ],
  "captions-blank-line/blank-inside.vtt": [
    "First half of the sentence and the second half after a blank line.",
    "Next cue.",
  ],
  "captions-blank-line/blank-inside.srt": [
    "First half of the sentence and the second half after a blank line.",
    "Next cue.",
  ],
  "captions-rolling/rolling.vtt": ["my trust paid for", "two cohorts last", "year alone"],
  "teams-vtt-unpadded/meeting.vtt": [
    "Morning.",
    "Our trust paid for two cohorts of the leadership course.",
    "What happened to the third one?",
    "It was cancelled for want of numbers.",
    "We would ask for cover.",
  ],
};

describe.each(Object.entries(CASES))("%s", (name, words) => {
  const file = sharedFile(`cases/${name}`);
  test.skipIf(file === null)("goes in whole", () => {
    const kind = name.endsWith(".srt") ? "srt" : "vtt";
    const turns = readCaptions(readFileSync(file ?? "", "utf8"), kind);
    expect(turns.flatMap(({ text, out }) => (out === undefined ? [text] : []))).toEqual(words);
  });
});
