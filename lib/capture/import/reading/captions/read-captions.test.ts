import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { readCaptions } from "./read-captions";

const cue = (from: string, to: string, words: string) => `${from} --> ${to}\n${words}\n\n`;
const said = (text: string, kind: "vtt" | "srt" = "vtt") =>
  readCaptions(text, kind)
    .filter(({ out }) => out === undefined)
    .map(({ speaker, text: words, time }) => [speaker, words, time]);

describe("captions", () => {
  test("keep words below an empty line", () => {
    const text = `WEBVTT\n\n${cue("00:00:01.000", "00:00:03.000", "\nThe third one was closed\n\nfor want of people.")}a1\n${cue("00:00:08.000", "00:00:09.000", "Next.")}`;
    expect(said(text)).toEqual([
      [null, "The third one was closed for want of people.", "+1.000"],
      [null, "Next.", "+8.000"],
    ]);
  });

  test("take times without padding, and below zero as the start", () => {
    const text = `WEBVTT\n\n${cue("0:0:0.0", "0:0:0.250", "<v Ben>Morning.</v>")}${cue("0:0:-6.-820", "0:0:8.970", "<v Ada Lane>We paid.</v>")}${cue("0:1:3.20", "0:1:9.20", "<v Ben>Closed.</v>")}`;
    expect(said(text)).toEqual([
      ["Ben", "Morning.", "+0.000"],
      ["Ada Lane", "We paid.", "+0.000"],
      ["Ben", "Closed.", "+63.020"],
    ]);
  });

  test("keep words in pointed brackets that are no tags, and drop the tags", () => {
    const vtt = `WEBVTT\n\n${cue("00:01.000", "00:03.000", "<c.loud>Fewer</c> than <i>five</i>, < 5, <inaudible> &amp; &lt;b&gt;.")}`;
    expect(said(vtt)[0]?.[1]).toBe("Fewer than five, < 5, <inaudible> & <b>.");
    const srt = `1\n${cue("00:00:01,000", "00:00:03,000", "{\\an8}<i>The</i> <name removed> &amp; <c>us</c>.")}`;
    expect(said(srt, "srt")[0]?.[1]).toBe("The <name removed> &amp; <c>us</c>.");
  });

  test("that roll are read once, and what they repeat is told", () => {
    const lines = ["we paid for", "two groups last", "year alone", "and none since"];
    const cues = lines.map((line, at) =>
      cue(`00:0${at}.000`, `00:0${at + 1}.000`, at ? `${lines[at - 1]}\n${line}` : line),
    );
    const turns = readCaptions(`WEBVTT\nKind: captions\n\n${cues.join("")}`, "vtt");
    const words = (left: boolean) =>
      turns.flatMap(({ text, out }) => (left === (out !== undefined) ? [text] : []));
    expect(words(false).join(" ")).toBe(lines.join(" "));
    expect(words(true)).toEqual(lines.slice(0, -1));
  });

  test("take whoever speaks from above the times, as Webex writes it", () => {
    const named = (name: string, from: number, words: string) =>
      `${from} "${name}" (12345)\n${cue(`00:00:0${from}.000`, `00:00:0${from}.900`, words)}`;
    const text = `${named("Ada Lane (Guest)", 1, "We paid.")}${named("Ben", 4, "Yes.")}`;
    const turns = [
      ["Ada Lane", "We paid.", "+1.000"],
      ["Ben", "Yes.", "+4.000"],
    ];
    expect(said(`WEBVTT\n\n${text}`)).toEqual(turns);
    expect(said(text, "srt")).toEqual(turns);
  });

  test("do not take words before a colon for a name where names have capital letters", () => {
    const lines = ["Ada Lane: We paid.", "Ben Hur: Yes.", "One thing: cover.", "Ada Lane: None."];
    const text = lines.map((line, at) => cue(`00:00:0${at}.000`, `00:00:0${at}.900`, line)).join("");
    expect(said(`WEBVTT\n\n${text}`).map(([name, words]) => [name, words])).toEqual([
      ["Ada Lane", "We paid."],
      ["Ben Hur", "Yes. One thing: cover."],
      ["Ada Lane", "None."],
    ]);
  });

  test("without speakers are joined into sentences", () => {
    const text = [
      cue("00:00:01,000", "00:00:02,000", "We paid"),
      cue("00:00:02,000", "00:00:03,000", "for two groups."),
      cue("00:00:03,000", "00:00:04,000", "Nobody came."),
    ].join("");
    expect(said(text, "srt")).toEqual([
      [null, "We paid for two groups.", "+1.000"],
      [null, "Nobody came.", "+3.000"],
    ]);
  });

  test.each(["vtt", "srt"] as const)("of %s account for every word: taken, or told as left out", (kind) => {
    for (let seed = 1; seed <= 200; seed++) {
      const blocks = randomBlocks(seed);
      const body = blocks.map((lines) => `${lines.join("\n")}\n\n\n`).join("");
      const turns = readCaptions(kind === "vtt" ? `WEBVTT\n\n${body}` : body, kind);
      const note = (line: string) => (kind === "vtt" ? line.replace(/^NOTE /, "") : line);
      const given = blocks.flat().filter((line) => !line.includes("-->"));
      expect(wordsIn(turns.map(({ text }) => text)), `seed ${seed}`).toEqual(wordsIn(given.map(note)));
    }
  });
});

const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();

/** Captions with empty lines inside, notes, and words that stand between captions. */
function randomBlocks(seed: number): string[][] {
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const vocabulary = ["we", "paid", "for", "two", "groups.", "<5>", "< 5", "&", "12", "cohorts"];
  const line = () => Array.from({ length: 1 + upTo(3) }, () => vocabulary[upTo(9)] ?? "").join(" ");
  const lines = (most: number) => Array.from({ length: upTo(most) }, () => (random() < 0.2 ? "" : line()));
  return Array.from({ length: upTo(12) }, () => {
    const kind = random();
    if (kind < 0.75) return ["0:00:01.5 --> 0:00:02.5", ...lines(4)];
    return kind < 0.9 ? [`NOTE ${line()}`] : lines(2);
  });
}
