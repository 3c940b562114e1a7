import { expect, test } from "vitest";
import { NPQ_CODES, type Npq } from "@/lib/capture/people/vocabulary";
import { publishCount } from "./published-count";
import { changesBetween } from "./release-changes";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable } from "./release-contents";

/** Themes of the same length are the same one under another name. */
const id = (n: number) => `0198c5e0-0000-7000-8000-00000000000${n}`;

function review(present: number, roundtables: number, people: Record<string, number>): ReleasedTable {
  return {
    roundtable: null,
    roundtables,
    present,
    themes: Object.entries(people).map(([title, count]) => {
      const none = publishCount(0, present, 5);
      return {
        id: id(title.length),
        slug: title,
        title,
        colour: "1",
        axis: "theme",
        people: publishCount(count, present, 5),
        stances: { strength: none, improvement: none, ask: none, observation: none },
        hands: [],
      };
    }),
  };
}

function finding(n: number, text: string, people: number): ReleasedFinding {
  return {
    id: id(n),
    themeId: id(8),
    stance: "ask",
    text,
    counterView: "",
    supports: publishCount(people, 29, 5),
    contradicts: publishCount(0, 29, 5),
  };
}

function npqs(spoken: Partial<Record<Npq, number>>, both: number): ReleasedNpqs {
  const codes = NPQ_CODES.filter((code) => spoken[code] !== undefined);
  return {
    npqs: codes.map((npq) => ({ npq, people: publishCount(spoken[npq] ?? 0, 29, 5) })),
    theme: null,
    pairs: [{ first: "NPQH", second: "NPQSL", people: publishCount(both, 29, 5) }],
  };
}

test("a later release is told by what differs, as both were published", () => {
  const before = {
    tables: [review(15, 1, { Coaching: 3, Funding: 10, Phase: 1, Cost: 2 })],
    findings: [finding(1, "Pay for coaches.", 6), finding(2, "Train coaches.", 3), finding(3, "Wait.", 3)],
    npqs: npqs({ NPQH: 6, NPQSL: 3, NPQLT: 0 }, 0),
  };
  const after = {
    tables: [review(29, 2, { Coaching: 14, Funding: 20, Repetition: 12, Stage: 1 })],
    findings: [
      finding(1, "Pay for coaches.", 16),
      finding(2, "Train every coach.", 3),
      finding(4, "Begin.", 7),
    ],
    npqs: npqs({ NPQH: 12, NPQSL: 2, NPQLT: 0, NPQLBC: 1, NPQEL: 0 }, 4),
  };
  expect(changesBetween(before, after)).toEqual([
    {
      title: "People and roundtables",
      sentences: [
        "29 people were present at 2 roundtables. Before that, 15 people were present at 1 roundtable.",
      ],
    },
    {
      title: "Themes",
      sentences: [
        "Coaching: about 15 of 29 people. Before that, a few of 15 people.",
        "Funding: about 20 of 29 people. Before that, about 10 of 15 people.",
        "Repetition is new: about 10 of 29 people.",
        "Stage, which was called Phase: the figure is the same.",
        "Cost is no longer in the figures.",
      ],
    },
    {
      title: "Findings",
      sentences: [
        "Pay for coaches. Raised by about 15 of 29 people. Before that, by about 5 of 29 people.",
        "Worded differently: Train every coach. Before that: Train coaches.",
        "New: Begin. Raised by about 5 of 29 people.",
        "No longer among the findings: Wait.",
      ],
    },
    {
      title: "NPQs",
      sentences: [
        "NPQH: about 10 of 29 people. Before that, about 5 of 29 people.",
        "NPQLBC: a few of 29 people.",
        "NPQH and NPQSL, named together where people spoke about repetition: a few of 29 people. Before that, nobody.",
      ],
    },
  ]);
});

test("a figure that is said with the same words is no change, and nothing is told where nothing differs", () => {
  const before = { tables: [review(29, 2, { Coaching: 14 })], findings: [], npqs: null };
  const after = { tables: [review(29, 2, { Coaching: 16 })], findings: [], npqs: null };
  expect(changesBetween(before, after)).toEqual([]);
});
