import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { ClearFormInput } from "@/lib/capture/clearance/clearance";
import { suggestionValue } from "@/lib/capture/clearance/suggested-mask";
import { amendContribution } from "@/lib/capture/contribution/commands/amend-contribution";
import { clearWords, withdrawClearance } from "@/lib/capture/clearance/commands/clear-contribution";
import { getClearancePass } from "@/lib/capture/clearance/queries/clearance-pass";
import { suggestFor } from "@/lib/capture/clearance/queries/suggested-masks";
import { FIND_SCHOOLS, LONG_WORDS } from "@/lib/capture/clearance/clearance-tasks";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { soughtOf } from "@/lib/capture/people/school";
import { db } from "@/lib/platform/db";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let roundtable: TestRoundtable;

beforeEach(async () => {
  ({ review, facilitator, roundtable } = await makeScene({ members: ["facilitator"], roundtable: {} }));
});

/** Contributions said one minute after another. */
async function makeContributions(texts: readonly string[]) {
  const contributions = [];
  for (const [minute, text] of texts.entries()) {
    const contribution = await makeContribution(roundtable, { text, cleared: false });
    await db().contribution.update({
      where: { id: contribution.id },
      data: { saidAt: new Date(Date.UTC(2025, 4, 14, 13, minute)) },
    });
    contributions.push(contribution);
  }
  return contributions.map(({ id }) => id);
}

const passAt = (place: { at?: string; past?: string } = {}, viewer = facilitator) =>
  getClearancePass(viewer, { reviewId: review.id, roundtableId: roundtable.id }, place);
const clear = (id: string, fields: object = {}) =>
  clearWords(facilitator, ClearFormInput.parse({ id, revision: 1, words: [], as: [], ...fields }));

describe("clearing one contribution after another", () => {
  test("goes through the contributions that wait, in the order of the record, forwards and back", async () => {
    const [first, second, third] = await makeContributions(["One", "Two", "Three"]);
    expect(await passAt()).toMatchObject({
      contribution: { id: first },
      position: 1,
      total: 3,
      previousId: null,
      nextId: second,
    });
    expect(await passAt({ at: second })).toMatchObject({ position: 2, previousId: first, nextId: third });
    await clear(second ?? "");
    expect(await passAt({ at: second })).toMatchObject({
      contribution: { id: third },
      position: 2,
      total: 2,
      previousId: first,
    });
    expect(await passAt({ past: third })).toMatchObject({ contribution: null, total: 2, previousId: third });
    await withdrawClearance(facilitator, { id: second ?? "" });
    expect(await passAt({ at: second })).toMatchObject({ contribution: { id: second }, total: 3 });
  });

  test("leaves out what never leaves the facilitators, and other roundtables", async () => {
    await makeContribution(roundtable, { source: "note", cleared: false });
    await makeContribution(roundtable, { source: "host", cleared: false });
    const elsewhere = await makeContribution(await makeRoundtable(review), { cleared: false });
    expect(await passAt({ at: elsewhere.id })).toMatchObject({ contribution: null, total: 0 });
  });

  test("is only for facilitators", async () => {
    await makeContributions(["One"]);
    await expect(passAt({}, await makeMember(review, "reviewer"))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(passAt({}, await makeMember(await makeReview(), "lead"))).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("suggestions", () => {
  test("come from the review's people and the register, and are applied only when accepted", async () => {
    await makeParticipant(review, roundtable, { name: "Zoë Ferreira" });
    const school = { sought: soughtOf("St. Wilfrid's Primary School"), name: "St. Wilfrid's Primary School" };
    await db().school.create({ data: { urn: 900001, ...school } });
    const text = "👋 At St Wilfrid's Primary School Zoe said it was good in Leeds";
    const [id] = await makeContributions([text]);
    const { suggestions } = await suggestFor(facilitator, review.id, text);
    const words = suggestions.map(({ start, end, as }) => ({ words: sliceCodePoints(text, start, end), as }));
    expect(words).toEqual([
      { words: "St Wilfrid's Primary School", as: "school" },
      { words: "Zoe", as: "person" },
      { words: "Leeds", as: "place" },
    ]);
    expect((await passAt()).contribution?.clearance).toBeNull();
    const suggested = words.slice(0, 2).map(suggestionValue);
    await clear(id ?? "", { suggested });
    expect((await getContribution(facilitator, id ?? "")).clearance?.text).toBe(
      "👋 At [school] [person] said it was good in Leeds",
    );
  });

  test("know nobody of another review", async () => {
    const other = await makeReview();
    await makeParticipant(other, await makeRoundtable(other), { name: "Quentin Marsh" });
    expect(await suggestFor(facilitator, review.id, "then Quentin spoke")).toEqual({
      suggestions: [],
      problem: null,
    });
    await expect(suggestFor(facilitator, other.id, "then Quentin spoke")).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("suggestions for long words", () => {
  const padded = (text: string) => `${"and so it went on. ".repeat(200)}${text}`;

  test("are those of the short ones, from a thread of their own", async () => {
    await makeParticipant(review, roundtable, { name: "Zoë Ferreira" });
    const text = padded("Zoe said it was good in Leeds");
    expect(text.length).toBeGreaterThan(LONG_WORDS);
    const { suggestions, problem } = await suggestFor(facilitator, review.id, text);
    expect(problem).toBeNull();
    expect(suggestions.map(({ start, end }) => sliceCodePoints(text, start, end))).toEqual(["Zoe", "Leeds"]);
  });

  test("that froze the server come at once, and look for thousands of schools", async () => {
    const frozen = `We are ${"C of E ".repeat(30)}here`;
    expect((await suggestFor(facilitator, review.id, frozen)).problem).toBeNull();
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
    const names = letters.flatMap((one) => letters.map((other) => `A${one}${other}`)).slice(0, 2_400);
    const distinct = Array.from("BCDE", (first) => names.map((name) => first + name.slice(1)).join(" ")).join(
      " ",
    );
    expect((await suggestFor(facilitator, review.id, distinct.slice(0, 10_000))).problem).toBeNull();
  });

  test("that take too long are answered, and others are served meanwhile", async () => {
    const { limitMs } = FIND_SCHOOLS;
    FIND_SCHOOLS.limitMs = 300;
    try {
      const answers: string[] = [];
      // Far longer than any contribution: seconds of work.
      const slow = suggestFor(facilitator, review.id, "Ada Lane of Hill Top ".repeat(100_000)).then(
        ({ suggestions, problem }) => {
          answers.push("slow");
          expect(suggestions).toEqual([]);
          expect(problem).toContain("Nothing was lost. Read the words");
        },
      );
      const others = passAt().then(() => answers.push("others"));
      await Promise.all([slow, others]);
      expect(answers).toEqual(["others", "slow"]);
    } finally {
      FIND_SCHOOLS.limitMs = limitMs;
    }
    const { problem } = await suggestFor(facilitator, review.id, padded("Zoe"));
    expect(problem).toBeNull();
  });
});

test("an amended contribution is cleared with its newest words, and a form with the old ones is stale", async () => {
  const [id = ""] = await makeContributions(["They paid 500 at Oak Academy"]);
  await db().roundtable.update({ where: { id: roundtable.id }, data: { state: "closed" } });
  await amendContribution(facilitator, {
    id,
    revision: 1,
    text: "They paid 50 at Oak Academy",
    reason: "Misheard",
  });
  expect((await passAt()).contribution).toMatchObject({
    id,
    text: "They paid 50 at Oak Academy",
    revision: 2,
  });
  await expect(clear(id)).rejects.toMatchObject({ kind: "stale" });
  await clear(id, { revision: 2, words: ["Oak Academy"], as: ["school"] });
  expect((await getContribution(facilitator, id)).clearance?.text).toBe("They paid 50 at [school]");
});
