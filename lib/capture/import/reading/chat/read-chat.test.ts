import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { isChat, readChat } from "./read-chat";

const said = (text: string) =>
  readChat(text).flatMap(({ speaker, text: words, time, out }) =>
    out === undefined ? [[speaker, words, time]] : [],
  );
const left = (text: string) =>
  readChat(text).flatMap(({ text: words, out }) => (out === undefined ? [] : [[words, out]]));

describe("a chat that Zoom saved", () => {
  test("is found below a title, with dates in its times", () => {
    const text =
      "Chat of 12 May\n\n2026-05-12 14:02:11 From Ada Lane to Everyone:\n\tWe paid.\n\t\n2026-05-12 14:03:02 From Ben to Everyone:\n\tTwo lines:\n\tboth mine.\n";
    expect(isChat(text)).toBe(true);
    expect(said(text)).toEqual([
      ["Ada Lane", "We paid.", "2026-05-12 14:02:11"],
      ["Ben", "Two lines:\nboth mine.", "2026-05-12 14:03:02"],
    ]);
    expect(left(text)).toEqual([["Chat of 12 May", "It stands before the first message"]]);
  });

  test.each([
    ["Ada to Ben(direct message):", "It was a message to one person, not to everybody"],
    ["Ada to Ben (Privately) :", "It was a message to one person, not to everybody"],
    ["Ada To All Saints(Direct Message):", "It was a message to one person, not to everybody"],
    ["Ada to Ben:", "It was a message to one person, not to everybody"],
    ["Ada to Hosts and co-hosts:", "It was a message to the hosts, not to everybody"],
  ])("leaves out and tells what is private: %s", (head, why) => {
    expect(left(`10:02:13 From ${head} words\n\tand more\n`)).toEqual([["words\nand more", why]]);
  });

  test.each([
    ["Ada to Everyone:", "Ada"],
    ["  Ada  to  everyone :", "Ada"],
    ["Ada :", "Ada"],
    ["Ada to Hosts and panelists:", "Ada"],
    ["Ada to All panelists:", "Ada"],
    ["Head to Head to Everyone:", "Head to Head"],
    ["Ada: sixth form to Everyone:", "Ada: sixth form"],
    ["Ada (Host) to Everyone:", "Ada"],
  ])("takes what all could read: %s", (head, speaker) => {
    expect(said(`10:02:13 From ${head} From Monday: closed`)).toEqual([
      [speaker, "From Monday: closed", "10:02:13"],
    ]);
  });

  test("tells reactions and what a reply quotes, and takes the words of the reply", () => {
    const message = (words: string) => `10:02:13 From Ada to Everyone:\n\t${words}\n`;
    const text = [
      'Reacted to "We paid fo..." with 👍',
      "Reacted to “We paid fo…” with :heart:",
      'Removed a 👍 reaction from "We paid fo..."',
      'Replying to "We paid "all" of..."\n\t\n\tOurs too.',
      'Replying to "We\n\tpaid..."\n\n\tAnd "ours".',
      'Reacted to "it" with horror',
    ].map(message);
    expect(said(text.join("")).map(([, words]) => words)).toEqual([
      "Ours too.",
      'And "ours".',
      'Reacted to "it" with horror',
    ]);
    expect(left(text.join(""))).toHaveLength(5);
  });
});

test("a chat that WhatsApp exported, of both kinds, without its own lines", () => {
  const android =
    "12/05/2026, 14:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n12/05/2026, 14:01 - Ada added Ben\n12/05/2026, 14:02 - Ada: It was: never paid.\nNever\n12/05/2026, 14:03 - +44 7700 900123: <Media omitted>\n12/05/2026, 2:04\u202Fpm - Ben: Yes <This message was edited>";
  expect(said(android)).toEqual([
    ["Ada", "It was: never paid.\nNever", "12/05/2026, 14:02"],
    ["Ben", "Yes", "12/05/2026, 2:04\u202Fpm"],
  ]);
  expect(left(android)).toHaveLength(4);
  const ios =
    "[12/05/2026, 14:00:01] Our group: \u200EMessages and calls are end-to-end encrypted.\n\u200E[12/05/2026, 14:02:11] ~ Ada: We paid.";
  expect(said(ios)).toEqual([["Ada", "We paid.", "12/05/2026, 14:02:11"]]);
});

test("a chat that Webex saved, without what was written to one person", () => {
  const text =
    "from Ada Lane (Guest) to Everyone:    2:02  PM\nWe paid.\nfrom Ben Hur to Ada Lane (privately):    2:03  PM\nI hated it.\nfrom Ben Hur to Ada Lane:    2:03  PM\nAll.\nfrom Ben Hur to everyone:    2:04 PM\nYes: all\nof it.\n";
  expect(isChat(text)).toBe(true);
  expect(said(text)).toEqual([
    ["Ada Lane", "We paid.", "2:02  PM"],
    ["Ben Hur", "Yes: all\nof it.", "2:04 PM"],
  ]);
  expect(left(text).map(([words]) => words)).toEqual(["I hated it.", "All."]);
});

test("a chat copied from Teams, with dates and surnames first", () => {
  const text = "[12/05/2026 14:02] Lane, Ada\nCover\n[12/05/2026 14:03] Hur, Ben (Guest)\nYes\n";
  expect(isChat(text)).toBe(true);
  expect(said(text)).toEqual([
    ["Lane, Ada", "Cover", "12/05/2026 14:02"],
    ["Hur, Ben", "Yes", "12/05/2026 14:03"],
  ]);
});

test("a chat that Google Meet saved counts from the start", () => {
  const text = "00:01:11.123,00:01:13.000\nAda: More time\n\n00:02:11.000,00:02:13.000\nBen: And\nmoney\n";
  expect(said(text)).toEqual([
    ["Ada", "More time", "+71.123"],
    ["Ben", "And\nmoney", "+131.000"],
  ]);
});

test("a transcript, a text with times and a table are no chats", () => {
  expect(isChat("Ada  0:03\nWelcome.\n\nBen  24:05\nThanks.")).toBe(false);
  expect(isChat("We met at 10:30.\n\nIt ended at 12:30.")).toBe(false);
  expect(isChat("Time,Speaker,Comment\n10:02,Ada,We paid\n10:03,Ben,Yes")).toBe(false);
});

const WORDS = ["we", "paid", "for", "Cover:", "“two”", "From", "10:30", "to", "👍", "NPQ-SENCO", "Everyone"];
const HEADS = [
  (name: string) => `10:02:13 From ${name} to Everyone:\n\t`,
  (name: string) => `2026-05-12 10:02:13 From ${name} to Ben(direct message):\n\t`,
  (name: string) => `[12/05/2026 10:02] ${name}: `,
  (name: string) => `12/05/2026, 14:02 - ${name}: `,
];

test("every word of a chat is in a message, or told as left out", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seededRandom(seed);
    const upTo = (n: number) => Math.floor(random() * (n + 1));
    const some = (most: number) =>
      Array.from({ length: upTo(most) }, () => WORDS[upTo(WORDS.length - 1)] ?? "");
    const head = HEADS[upTo(3)] ?? HEADS[0];
    const before = some(4).join(" ");
    const bodies = Array.from({ length: 2 + upTo(10) }, (): string => {
      const lines = Array.from({ length: upTo(3) }, () => some(5).join(" "));
      const kind = random();
      if (kind < 0.1) return 'Reacted to "we paid..." with 👍';
      return kind < 0.3
        ? `Replying to "we ${some(2).join(" ")}..."\n\n${lines.join("\n")}`
        : lines.join("\n");
    });
    const text = `${before}\n\n${bodies.map((body) => `${head?.(random() < 0.5 ? "Ada" : "Zoë Lee")}${body}\n`).join("")}`;
    const given = [before, ...bodies].flatMap(wordsIn).sort();
    const rows = readChat(text);
    expect(rows.flatMap((row) => wordsIn(row.text)).sort(), `seed ${seed}`).toEqual(given);
  }
});

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
