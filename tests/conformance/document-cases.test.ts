import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/capture/import/reading/read-document";
import { sharedFile } from "@/tests/support/shared-data";

type Said = [speaker: string, words: string, time?: string];

const meeting = (
  times: readonly string[],
  between = " ",
  speakers = ["Rowan Ashe", "Imani Cole (Guest)", "Bronwen Pugh"],
) =>
  [
    [speakers[0], ["Welcome, everybody.", "We have ninety minutes."].join(between), times[0]],
    [speakers[1], "Our trust paid for two cohorts of the NPQ for SENCOs.", times[1]],
    [speakers[2], ["Mine had to pay herself.", "She gave up in the second term."].join(between), times[2]],
    [speakers[0], "Thank you both.", times[3]],
  ] as Said[];

/** What each file says, by the README beside it: who says what when, and what is left out. */
const CASES: Record<string, { said: Said[]; left: readonly string[] }> = {
  "docx-text-box/boxes.docx": {
    said: [
      ["Imani Cole", "We asked for coaching."],
      ["Bronwen Pugh", "In a content control."],
      // What the font Symbol draws there.
      ["Rowan Ashe", "caf⎡ and halftime."],
      ["Imani Cole", "said in a text box."],
    ],
    left: [],
  },
  "docx-tracked-move/moved.docx": {
    said: [
      ["Imani Cole", "We asked for coaching."],
      ["Rowan Ashe", "Thank you."],
      ["Bronwen Pugh", "Ours was cancelled."],
    ],
    left: [],
  },
  "teams-docx/teams-one-paragraph.docx": {
    said: meeting(["0:03", "0:09", "0:31", "1:02:07"], "\n"),
    left: [
      "NPQ roundtable-20260512_140012-Meeting Recording",
      "12 May 2026, 01:00pm",
      "1h 30m 2s",
      "Rowan Ashe started transcription",
      "Rowan Ashe stopped transcription",
    ],
  },
  "teams-docx/teams-three-paragraphs.docx": {
    said: meeting(["0:0:0.100", "0:1:5.100", "0:2:10.100", "0:3:15.100"]),
    left: [],
  },
  "teams-docx/word-transcribe.docx": {
    said: meeting(["00:00:00", "00:01:01", "00:02:02", "00:03:03"], " ", [
      "Speaker 1",
      "Speaker 2",
      "Speaker 3",
    ]),
    left: ["Audio file", "roundtable.mp3", "Transcript"],
  },
  "teams-docx/table.docx": {
    said: meeting(["0:03", "0:09", "0:31", "1:02:07"]),
    left: ["Time\nSpeaker\nText"],
  },
};

describe.each(Object.entries(CASES))("%s", (name, { said, left }) => {
  const file = sharedFile(`cases/${name}`);
  test.skipIf(file === null)("goes in whole", async () => {
    const turns = await readDocument(new Uint8Array(readFileSync(file ?? "")), "docx");
    const taken = turns.filter(({ out }) => out === undefined);
    expect(taken.map(({ speaker, text, time }) => [speaker, text, ...(time ? [time] : [])])).toEqual(said);
    expect(turns.flatMap(({ text, out }) => (out === undefined ? [] : [text]))).toEqual(left);
  });
});
