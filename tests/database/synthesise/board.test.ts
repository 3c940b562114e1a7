import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { attachChosen, startFinding } from "@/lib/synthesise/board/commands/attach-chosen";
import { mergeFindings } from "@/lib/synthesise/board/commands/merge-findings";
import { splitFinding } from "@/lib/synthesise/board/commands/split-finding";
import { undoFindingChange } from "@/lib/synthesise/board/commands/undo-finding-change";
import { lastChange, listUnplaced } from "@/lib/synthesise/board/queries/board";
import { proposeGroups, stancesUnder } from "@/lib/synthesise/board/queries/proposed-groups";
import { attachEvidence } from "@/lib/synthesise/finding/commands/attach-evidence";
import { editFinding } from "@/lib/synthesise/finding/commands/edit-finding";
import type { Bearing } from "@/lib/synthesise/finding/bearing";
import { getFinding, listFindingRevisions, listFindings } from "@/lib/synthesise/finding/queries/findings";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeFinding, makeTagging, makeTheme } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** Four contributions by two people, all of them under the theme. */
async function makeStory() {
  const scene = await makeScene({ members: ["facilitator"], participants: 2, contributions: 4, theme: {} });
  const { review, facilitator, theme, contributions } = scene;
  for (const contribution of contributions) await makeTagging(contribution, theme, "improvement");
  // Said at the same instant, so they come in the order of their ids.
  const ids = contributions.map(({ id }) => id).sort();
  const of = { reviewId: review.id, themeId: theme.id };
  const says = { ...of, text: "Marks differ.", stance: "improvement" as const };
  return {
    ...scene,
    ids,
    start: (contributionIds: string[], text = says.text) =>
      startFinding(facilitator, { ...says, text, contributions: contributionIds }),
    attach: (findingId: string, contributionIds: string[], bearing: Bearing = "supports") =>
      attachChosen(facilitator, { findingId, bearing, contributions: contributionIds }),
    unplaced: async () => (await listUnplaced(facilitator, of)).contributions.map(({ id }) => id),
    read: (id: string) => getFinding(facilitator, review.id, id),
    undo: async () => {
      const change = await lastChange(facilitator, theme.id);
      if (!change) throw new Error("There is nothing to undo.");
      return undoFindingChange(facilitator, { changeId: change.id });
    },
  };
}

const BOTH = { stance: "improvement" as const, text: "Marks differ, and nobody says why." };

describe("contributions that are not yet in a finding", () => {
  test("are those under the theme that could bear on one; a finding of another theme leaves them", async () => {
    const { review, theme, ids, roundtable, facilitator, start, unplaced } = await makeStory();
    const host = await makeContribution(roundtable, { source: "host" });
    await makeTagging(host, theme, "ask");
    await makeContribution(roundtable);
    const [first = "", second = "", third = ""] = ids;
    await makeFinding(await makeTheme(review), [{ id: second }]);
    expect(await unplaced()).toEqual(ids);
    const { findingId } = await start([first]);
    await db().contribution.update({ where: { id: third }, data: { struckAt: new Date() } });
    expect(await unplaced()).toEqual([second, ids[3]]);
    await db().finding.update({ where: { id: findingId }, data: { withdrawnAt: new Date() } });
    expect(await unplaced()).toEqual([first, second, ids[3]]);
    expect(await lastChange(facilitator, theme.id)).toBeNull();
  });
});

describe("several at once", () => {
  test("start a finding or bear on one, and each step is undone, the last first", async () => {
    const { review, ids, facilitator, start, attach, unplaced, read, undo } = await makeStory();
    const [first = "", second = "", third = ""] = ids;
    const { findingId } = await start([first, second]);
    await attach(findingId, [second, third], "contradicts");
    expect(await read(findingId)).toMatchObject({ supports: [first], contradicts: [second, third] });
    await undo();
    expect(await read(findingId)).toMatchObject({ supports: [first, second], contradicts: [] });
    await undo();
    expect(await listFindings(facilitator, review.id)).toEqual([]);
    expect(await unplaced()).toEqual(ids);
  });

  test("sent twice are attached once, and undone twice are detached once", async () => {
    const { theme, ids, facilitator, start, attach, read } = await makeStory();
    const { findingId } = await start([ids[0] ?? ""]);
    expect(await attach(findingId, ids)).toMatchObject({ attached: 3 });
    const change = await lastChange(facilitator, theme.id);
    expect(await attach(findingId, ids)).toMatchObject({ attached: 0 });
    expect(await lastChange(facilitator, theme.id)).toEqual(change);
    const undo = { changeId: change?.id ?? "" };
    await undoFindingChange(facilitator, undo);
    await attach(findingId, [ids[1] ?? ""]);
    await undoFindingChange(facilitator, undo);
    expect((await read(findingId)).supports).toEqual([ids[0], ids[1]]);
  });

  test("a finding that others have worked on since is not taken away by an undo", async () => {
    const { ids, facilitator, start, undo } = await makeStory();
    const { findingId } = await start([ids[0] ?? ""]);
    await attachEvidence(facilitator, { findingId, contributionId: ids[1] ?? "", bearing: "contradicts" });
    await expect(undo()).rejects.toThrow(/has worked on the new finding/);
  });
});

describe("proposed groups", () => {
  const COVER = "Supply cover eats the whole training budget.";
  const COACH = "My coach knew special schools well.";

  test("are of what is not yet in a finding, stay as they are when one is accepted, and count for nothing", async () => {
    const { review, facilitator, reviewer, theme, contributions } = await makeScene({
      members: ["facilitator", "reviewer"],
      participants: 2,
      contributions: [COVER, COACH, COVER, COACH, COVER, COACH].map((text) => ({ text })),
      theme: {},
    });
    for (const contribution of contributions) await makeTagging(contribution, theme, "ask");
    const of = { reviewId: review.id, themeId: theme.id };
    const propose = async () => {
      const unplaced = (await listUnplaced(facilitator, of)).contributions.map(({ id }) => id);
      const groups = await proposeGroups(facilitator, of, { fineness: 4, unplaced });
      return groups.map(({ ids }) => ids.toSorted());
    };
    const groups = await propose();
    const said = (ids: readonly string[]) =>
      new Set(contributions.filter(({ id }) => ids.includes(id)).map(({ text }) => text));
    expect(groups.map((ids) => [ids.length, said(ids).size])).toEqual([
      [3, 1],
      [3, 1],
    ]);
    expect(await listFindings(facilitator, review.id)).toEqual([]);
    const [accepted = [], left = []] = groups;
    await startFinding(facilitator, { ...of, ...BOTH, contributions: accepted });
    expect(await propose()).toEqual([left]);
    const stances = await stancesUnder(facilitator, theme.id, left);
    expect([...stances.values()]).toEqual([["ask"], ["ask"], ["ask"]]);
    const asReviewer = proposeGroups(reviewer, of, { fineness: 4, unplaced: left });
    await expect(asReviewer).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("splitting a finding", () => {
  test("moves the chosen evidence with its bearing, and is undone", async () => {
    const { review, ids, facilitator, start, attach, read, undo } = await makeStory();
    const [first = "", second = "", third = ""] = ids;
    const { findingId } = await start([first, second]);
    await attach(findingId, [third], "qualifies");
    const split = await splitFinding(facilitator, { ...BOTH, findingId, contributions: [second, third] });
    expect(await read(findingId)).toMatchObject({ supports: [first], qualifies: [] });
    expect(await read(split.findingId)).toMatchObject({
      text: BOTH.text,
      supports: [second],
      qualifies: [third],
    });
    await undo();
    expect(await read(findingId)).toMatchObject({ supports: [first, second], qualifies: [third] });
    expect(await listFindings(facilitator, review.id)).toHaveLength(1);
  });

  test("is refused without evidence of that finding, and with words that a finding says already", async () => {
    const { ids, facilitator, start } = await makeStory();
    const { findingId } = await start([ids[0] ?? ""]);
    const split = { ...BOTH, findingId, contributions: [ids[1] ?? ""] };
    await expect(splitFinding(facilitator, split)).rejects.toThrow(/None of these contributions/);
    const same = { ...split, text: "Marks differ.", contributions: [ids[0] ?? ""] };
    await expect(splitFinding(facilitator, same)).rejects.toThrow(/says this already/);
  });
});

describe("merging two findings", () => {
  async function makeTwo() {
    const story = await makeStory();
    const [first = "", second = "", third = ""] = story.ids;
    const { findingId: id } = await story.start([first, second]);
    const { findingId: otherId } = await story.start([third], "Nobody says why.");
    await story.attach(otherId, [first], "contradicts");
    const merge = () => mergeFindings(story.facilitator, { ...BOTH, id, otherId, revision: 1 });
    return { ...story, id, otherId, merge };
  }

  test("moves the evidence, keeps what both said, and counts nobody on two sides", async () => {
    const { review, ids, facilitator, id, otherId, merge, read } = await makeTwo();
    await merge();
    expect(await read(id)).toMatchObject({ text: BOTH.text, supports: ids.slice(0, 3), contradicts: [] });
    expect(await listFindingRevisions(facilitator, id)).toMatchObject([{ text: "Marks differ." }]);
    expect(await listFindings(facilitator, review.id)).toHaveLength(1);
    const kept = await db().finding.findUniqueOrThrow({ where: { id: otherId } });
    expect(kept.text).toBe("Nobody says why.");
  });

  test("is undone with the words of before", async () => {
    const { ids, id, otherId, merge, read, undo } = await makeTwo();
    await merge();
    await undo();
    expect(await read(id)).toMatchObject({ text: "Marks differ.", supports: ids.slice(0, 2) });
    expect(await read(otherId)).toMatchObject({ supports: [ids[2]], contradicts: [ids[0]] });
  });

  test("is undone without losing what was reworded since", async () => {
    const { theme, facilitator, id, otherId, merge, read, undo } = await makeTwo();
    await merge();
    const later = { stance: "ask" as const, text: "Marks ought to agree." };
    const edit = { ...later, id, revision: 2, themeId: theme.id, counterView: "", note: "" };
    await editFinding(facilitator, edit);
    await undo();
    expect(await read(id)).toMatchObject(later);
    expect((await read(otherId)).supports).toHaveLength(1);
  });

  test("with itself, or based on an older version, is refused", async () => {
    const { facilitator, id, otherId } = await makeTwo();
    const merge = { ...BOTH, id, otherId, revision: 7 };
    await expect(mergeFindings(facilitator, merge)).rejects.toMatchObject({ kind: "stale" });
    await expect(mergeFindings(facilitator, { ...merge, otherId: id })).rejects.toThrow(/another finding/);
  });
});
