import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { keepFigures } from "@/lib/aggregate/figures/commands/keep-figures";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { changeParticipant } from "@/lib/capture/people/commands/change-participant";
import { matchPeople } from "@/lib/capture/people/commands/match-people";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { seededRandom } from "@/lib/platform/random";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { registerStages } from "@/register-stages";
import { openTestDatabase, wasAskedOnServer } from "@/tests/support/database";
import { COMMAND_TABLE } from "@/tests/support/command-table";
import { makeCommandWorld } from "@/tests/support/worlds/command-world";
import { makeParticipant, makeRoundtable } from "@/tests/support/worlds/factories";
import { expectAsCounted, expectEachAsCounted } from "@/tests/support/worlds/recounted";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();
beforeAll(() => registerStages());

/** Does it, or finds that it cannot be done any more. */
async function done(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function picker(seed: number) {
  const random = seededRandom(seed);
  return <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error("There is nothing to pick from.");
    return one;
  };
}

test.skipIf(wasAskedOnServer)("after every command, in any order, figures are as counted", async () => {
  const pick = picker(1);
  const world = await makeCommandWorld();
  const { lead, facilitator } = world.members;
  const waiting = Object.entries(COMMAND_TABLE);
  while (waiting.length > 0) {
    const [name, { attempt, commit = attempt }] = pick(waiting);
    waiting.splice(
      waiting.findIndex(([one]) => one === name),
      1,
    );
    // One of the two may do it, at first: a memo is its author's.
    if (!(await done(commit(lead, world)))) await done(commit(facilitator, world));
    await expectAsCounted(lead, world.reviewId, name);
  }
  await expectEachAsCounted(lead, world.reviewId, "at the end");
});

/** Ten people, some of them at both roundtables, and three themes. */
async function makeTalk() {
  const { review, lead, facilitator, roundtable, participants, themes } = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: {},
    participants: 5,
    themes: 3,
  });
  const second = await makeRoundtable(review);
  const attributes = { role: "SENCO" };
  for (const { personId } of participants.slice(0, 2))
    await makeParticipant(review, second, { personId, attributes });
  for (let n = 0; n < 3; n++) await makeParticipant(review, second);
  return { review, lead, facilitator, roundtables: [roundtable, second], themes };
}

type Talk = Awaited<ReturnType<typeof makeTalk>>;
type Pick = ReturnType<typeof picker>;

/** Something that people do to what was said, to who was there, or to the codebook. */
async function randomStep({ review, lead, facilitator, roundtables, themes }: Talk, pick: Pick) {
  const roundtable = pick(roundtables);
  const participants = await db().participant.findMany({ where: { roundtableId: roundtable.id } });
  const contributions = await db().contribution.findMany({ where: { roundtableId: roundtable.id } });
  const people = await db().person.findMany({ where: { reviewId: review.id } });
  const changes = await db().codingChange.findMany({ where: { reviewId: review.id, undoneAt: null } });
  const taggings = await db().tagging.findMany({ where: { reviewId: review.id, until: null } });
  const participantId = pick(participants).id;
  const said = pick([
    { source: "identified" as const, participantId },
    { source: "unidentified" as const, participantId: undefined },
  ]);
  const words = { ...said, wording: "gist" as const, text: "Something said" };
  const record = () =>
    recordContribution(facilitator, { id: randomUUID(), roundtableId: roundtable.id, ...words });
  if (contributions.length < 3) return record();
  const { id, revision } = pick(contributions);
  const set = (viewer: Viewer) => () =>
    changeTaggings(viewer, {
      change: "set",
      contributionId: id,
      themeId: pick(themes).id,
      stance: pick(STANCE_ORDER),
    });
  const remove = taggings.slice(0, 2).map(
    ({ id: tagging }) =>
      () =>
        removeTagging(lead, { id: tagging }),
  );
  const person = () => pick(people).id;
  const steps: (() => Promise<unknown>)[] = [
    record,
    record,
    ...[lead, facilitator, lead, facilitator, lead].map(set),
    ...remove,
    () => editContribution(facilitator, { id, revision, ...words }),
    () => strikeContribution(facilitator, { id, revision }),
    () => restoreContribution(facilitator, { id, revision }),
    () => changeParticipant(facilitator, { id: participantId, absent: pick([true, false, false]) }),
    () =>
      db().participantAttribute.updateMany({
        where: { participant: { roundtableId: roundtable.id } },
        data: { value: pick(["SENCO", "headteacher"]) },
      }),
    () => matchPeople(facilitator, { personId: person(), otherId: person() }),
    () => separatePerson(facilitator, { personId: person() }),
    () => mergeThemes(lead, { id: pick(themes).id, intoId: pick(themes).id }),
    ...changes.slice(0, 1).map((change) => () => undoCodingChange(lead, { id: change.id })),
    () => (pick([false, false, false, true]) ? erasePerson(lead, { personId: person() }) : record()),
  ];
  return pick(steps)();
}

test.skipIf(wasAskedOnServer).each([1, 2, 3])(
  "after any sequence of changes, figures are as counted (seed %i)",
  async (seed) => {
    const pick = picker(seed);
    const talk = await makeTalk();
    for (let step = 0; step < 80; step++) {
      await done(randomStep(talk, pick));
      // Not after each: a mark has to outlast the changes that follow it.
      if (pick([true, false])) await expectEachAsCounted(talk.lead, talk.review.id, `step ${step}`);
      else if (pick([true, false])) await keepFigures();
    }
    await expectEachAsCounted(talk.lead, talk.review.id, "at the end");
  },
);

test("reading while others write neither waits for ever nor shows half", async () => {
  const talk = await makeTalk();
  const { review, lead, roundtables } = talk;
  const writing = Array.from({ length: 4 }, async (_, writer) => {
    const pick = picker(100 + writer);
    for (let step = 0; step < 15; step++) await done(randomStep(talk, pick));
  });
  const reading = [null, ...roundtables].map(async (roundtable) => {
    for (let time = 0; time < 15; time++) {
      const table = await themeFigures(lead, { reviewId: review.id, roundtableId: roundtable?.id ?? null });
      for (const { people, contributions, segments } of table.themes) {
        expect(people.value).toBeLessThanOrEqual(table.people.value);
        expect(contributions.value).toBeLessThanOrEqual(table.contributions.value);
        const each = Object.values(segments).reduce((sum, segment) => sum + segment.people.value, 0);
        expect(each).toBe(people.value);
      }
    }
  });
  await Promise.all([...writing, ...reading]);
  await expectEachAsCounted(lead, review.id, "when all have finished");
});

test("what is kept of an erased person goes in the transaction that erases them", async () => {
  const { lead, review, contribution, participant, theme } = await makeScene({
    members: ["lead"],
    participant: {},
    contribution: {},
    theme: {},
  });
  await changeTaggings(lead, {
    change: "set",
    contributionId: contribution.id,
    themeId: theme.id,
    stance: "ask",
  });
  await keepFigures();
  expect(await db().keptFigure.count({ where: { personId: participant.personId } })).toBe(1);
  await erasePerson(lead, { personId: participant.personId });
  expect(await db().keptFigure.count({ where: { personId: participant.personId } })).toBe(0);
  await expectEachAsCounted(lead, review.id, "after the erasure");
});
