import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DEMONSTRATION } from "./demonstration";
import type { DemoContribution } from "./types";

const { people, roundtables, findings, summaries } = DEMONSTRATION;
const contributions = roundtables.flatMap((roundtable) => roundtable.contributions);

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("roundtables of the demonstration", () => {
  it("have unique keys, ids and labels", () => {
    expect(repeated(contributions.map((contribution) => contribution.key))).toEqual([]);
    expect(repeated(contributions.map((contribution) => contribution.id))).toEqual([]);
    expect(repeated(people.map((person) => person.key))).toEqual([]);
    expect(repeated(people.map((person) => person.name))).toEqual([]);
    for (const { participants } of roundtables) {
      expect(repeated(participants.map((participant) => participant.label))).toEqual([]);
      expect(repeated(participants.map((participant) => participant.person))).toEqual([]);
    }
  });

  it("name existing people, and all of them take part", () => {
    const named = new Set(
      roundtables.flatMap(({ participants }) => participants.map(({ person }) => person)),
    );
    expect([...named].sort()).toEqual(people.map((person) => person.key).sort());
  });

  it.each(roundtables)(
    "$slug: speakers are present, and only hosts speak as hosts",
    ({ participants, contributions: own }) => {
      for (const contribution of own) {
        const speaker = participants.find((participant) => participant.label === contribution.speaker);
        const needsSpeaker = contribution.source === "identified" || contribution.source === "host";
        expect(speaker !== undefined, contribution.key).toBe(needsSpeaker);
        if (speaker) {
          expect(speaker.present, contribution.key).toBe(true);
          expect(speaker.host === true, contribution.key).toBe(contribution.source === "host");
        }
      }
    },
  );

  it.each(roundtables)(
    "$slug: questions exist and times do not go backwards",
    ({ questions, contributions: own }) => {
      const minutes = own.map((contribution) => contribution.minute);
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      for (const contribution of own)
        expect(questions[contribution.question - 1], contribution.key).toBeDefined();
    },
  );

  it("count no more hands than people who were present to be asked", () => {
    for (const { participants, contributions: own } of roundtables) {
      const present = participants.filter((participant) => participant.present && !participant.host).length;
      for (const { key, hands } of own) {
        if (!hands) continue;
        expect(hands.raised, key).toBeLessThanOrEqual(hands.asked);
        expect(hands.asked, key).toBeLessThanOrEqual(present);
      }
    }
  });

  it("mask only words in the text, and keep every text short", () => {
    for (const contribution of contributions) {
      expect(contribution.text.length, contribution.key).toBeLessThanOrEqual(1000);
      for (const mask of contribution.masks ?? [])
        expect(contribution.text, contribution.key).toContain(mask.words);
    }
  });

  it("leave hosts' remarks and notes without tags and without clearance", () => {
    const aside = contributions.filter(
      (contribution) => contribution.source === "host" || contribution.source === "note",
    );
    expect(aside.filter((contribution) => contribution.cleared || contribution.tags.length > 0)).toEqual([]);
  });
});

describe("findings of the demonstration", () => {
  const contributionByKey = new Map<string, DemoContribution>(
    contributions.map((contribution) => [contribution.key, contribution]),
  );

  it.each(findings)("$text", ({ text, theme, stance, supports, contradicts, counterView }) => {
    expect(text).toMatch(/^[A-Z].*[^.]\.$/);
    expect(text.length).toBeLessThanOrEqual(240);
    expect(supports.length).toBeGreaterThanOrEqual(3);
    expect(repeated([...supports, ...contradicts])).toEqual([]);
    expect(counterView !== undefined).toBe(contradicts.length > 0);
    for (const key of supports)
      expect(contributionByKey.get(key)?.tags, key).toContainEqual({ theme, stance });
    for (const key of contradicts) {
      expect(
        contributionByKey.get(key)?.tags.map((tag) => tag.theme),
        key,
      ).toContain(theme);
    }
  });

  it("leave words of quantity to the software", () => {
    const quantity = /\b(most|many|some|few|several|majority|all participants|everybody agreed)\b/i;
    expect(findings.filter(({ text, counterView = "" }) => quantity.test(`${text} ${counterView}`))).toEqual(
      [],
    );
  });
});

describe("the published summary", () => {
  const shared = process.env.SHARED_DATA
    ? path.resolve(process.env.SHARED_DATA, "..")
    : path.resolve("../shared");
  const summary = path.join(shared, "seed", "roundtable-summary.txt");
  const isThere = existsSync(summary);
  const RUN = 7;

  function runsOfWords(text: string): string[] {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(" "));
  }

  it.skipIf(!isThere)(`shares no run of ${RUN} words with the demonstration`, () => {
    const published = new Set(runsOfWords(readFileSync(summary, "utf8")));
    const own = [...contributions, ...findings].map((entry) => entry.text);
    const asked = roundtables.flatMap((roundtable) => roundtable.questions);
    expect([...own, ...asked].flatMap(runsOfWords).filter((run) => published.has(run))).toEqual([]);
  });

  if (!isThere) console.info(`Skipped the comparison with the published summary: ${summary} is not there.`);
});

describe("summaries of the framework matrix", () => {
  /** What identified people and others said under the theme, in that row. */
  const cellOf = (summary: (typeof summaries)[number]) =>
    roundtables.flatMap(({ slug, participants, contributions: own }) =>
      own
        .filter(({ source }) => "roundtable" in summary || source === "identified")
        .filter(({ source }) => source !== "host" && source !== "note")
        .filter(({ tags }) => tags.some(({ theme }) => theme === summary.theme))
        .filter(({ speaker }) =>
          "roundtable" in summary
            ? slug === summary.roundtable
            : participants.some(({ label, person }) => label === speaker && person === summary.person),
        )
        .map(({ key }) => key),
    );

  it("rest on what is in their cells; one was written before the rest was said", () => {
    const missed = summaries.map((summary) => {
      const cell = cellOf(summary);
      expect(summary.seen.filter((key) => !cell.includes(key))).toEqual([]);
      return cell.filter((key) => !summary.seen.includes(key));
    });
    expect(missed.filter((keys) => keys.length > 0)).toEqual([["o201", "o202", "o309"]]);
  });

  it("name nobody", () => {
    const names = people.flatMap(({ name, organisation }) => [...name.split(/[ -]/), organisation]);
    for (const { text } of summaries) expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});
