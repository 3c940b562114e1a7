import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { Piscina } from "piscina";
import { beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { oncePerProcess } from "@/lib/platform/once";
import type { WorkerPool } from "@/lib/platform/workers/pool";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { changeMemo, writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { learntModel } from "@/lib/tag/suggestion/queries/learnt-model";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import { registerStages } from "@/register-stages";
import { finish, judge, plan, runJobs } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";
import { threadsHold } from "@/tests/support/thread-memory";

openTestDatabase();
beforeAll(() => registerStages());

const SENTINEL = "wombatsentinel";
const ROLE = "quokkarole";
const WORDS = `My ${SENTINEL} assessor never once opened the portfolio that I had sent in`;

async function makeStory() {
  const {
    review,
    lead,
    facilitator: ben,
    roundtable,
    participants: [speaker],
    contributions: [contribution, others],
    theme,
  } = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "read_back" },
    participants: [{ attributes: { role: ROLE } }, { attributes: { role: "SENCO" } }],
    contributions: [{ text: WORDS }, { text: "The coaching was worth every hour of it" }],
    theme: {},
  });
  return { review, lead, ben, roundtable, speaker, contribution, others, theme };
}

/** Rebuilds what the process derives from contributions. */
function forgetHeld(): void {
  for (const name of ["tag.models", "tag.similar-contributions"])
    Reflect.deleteProperty(globalThis, Symbol.for(`npq-review.${name}`));
}

const memory = (name: string) =>
  inspect(
    oncePerProcess(name, () => new Map()),
    { depth: 20, maxArrayLength: null },
  );
const holds = () =>
  ["tag.models", "tag.similar-contributions"].filter((name) => memory(name).includes(SENTINEL));

test("nothing of an erased person stays in rounds, decisions, memos, examples and the codebook", async () => {
  const { review, lead, ben, roundtable, speaker, contribution, others, theme } = await makeStory();
  const round = await plan(lead, {
    reviewId: review.id,
    roundtableIds: [roundtable.id],
    themeIds: [theme.id],
    coderIds: [lead.userId, ben.userId],
    size: 2,
    stratifyBy: "role",
  });
  await judge(lead, round.id, contribution.id, [[theme.id, "ask"]], `Note: ${WORDS}`);
  await judge(ben, round.id, contribution.id, [], `Other: ${WORDS}`);
  for (const coder of [lead, ben]) await finish(coder, { ...round, reviewId: review.id });
  await runJobs();
  await adjudicate(lead, {
    roundId: round.id,
    contributionId: contribution.id,
    themeId: theme.id,
    stances: ["ask"],
    reason: `They said “${WORDS}”, which is an ask.`,
    suggestion: `Say that “${WORDS}” belongs here.`,
  });
  const memoId = randomUUID();
  await writeMemo(ben, { id: memoId, contributionId: others.id, text: `Compare: ${WORDS}` });
  await changeMemo(ben, { id: memoId, revision: 1, text: `Compare again: ${WORDS}!` });
  await addExample(lead, { themeId: theme.id, contributionId: contribution.id, belongs: true });
  await addTheme(lead, {
    reviewId: review.id,
    axis: "theme",
    title: "Never opened",
    definition: `As in “${WORDS}”.`,
    includes: "",
    excludes: "",
    signalWords: `cost, ${WORDS}`,
  });
  await erasePerson(lead, { personId: speaker.personId });
  expect.soft(await placesOf(SENTINEL)).toEqual([]);
  expect(await placesOf(ROLE)).toEqual([]);
});

test("what is kept in memory is dropped some time after its last use, also where nobody asks again", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "setTimeout", "Date"] });
  try {
    const { review, lead, contribution, theme, others } = await makeStory();
    await setTagging(lead, { contributionId: contribution.id, themeId: theme.id });
    await suggestThemes(lead, { reviewId: review.id, contributionIds: [others.id], shown: true });
    await listSimilarContributions(lead, others.id);
    // Learnt from it, or the test shows nothing.
    expect(holds()).not.toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(holds()).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

/** Lets the next task of a thread finish, and holds back its result until `release`. */
function holdNextResult() {
  const held = { isDone: false, release: () => {} };
  const released = new Promise<void>((go) => (held.release = go));
  const spy = vi.spyOn(Piscina.prototype, "run").mockImplementation(async function (this: Piscina, ...asked) {
    spy.mockRestore();
    const answer: unknown = await this.run(...asked);
    held.isDone = true;
    await released;
    return answer;
  });
  return held;
}

test.each([
  ["model", (lead: Viewer, reviewId: string) => learntModel(lead, reviewId)],
  [
    "similarity index",
    (lead: Viewer, _: string, contributionId: string) => listSimilarContributions(lead, contributionId),
  ],
])("a %s that a thread makes while somebody is erased is not kept, here or there", async (_, make) => {
  forgetHeld();
  const { review, lead, contribution, others, theme, speaker } = await makeStory();
  await setTagging(lead, { contributionId: contribution.id, themeId: theme.id });
  const result = holdNextResult();
  const making = make(lead, review.id, others.id);
  await expect.poll(() => result.isDone, { timeout: 60_000 }).toBe(true);
  await erasePerson(lead, { personId: speaker.personId });
  result.release();
  await making;
  expect(holds()).toEqual([]);
  const { pool } = oncePerProcess<{ pool: WorkerPool | null }>("workers", () => ({ pool: null }));
  if (!pool) throw new Error("No thread made it.");
  // An idle thread ends after half a minute, and cannot be inspected while it does.
  await expect.poll(() => threadsHold(pool, SENTINEL), { timeout: 20_000 }).toBe(false);
});

test("words of an import that was undone are in no model and no index", async () => {
  forgetHeld();
  const { review, lead, roundtable, contribution, others } = await makeStory();
  const { id: importId } = await db().import.create({
    data: {
      roundtableId: roundtable.id,
      mapping: {},
      rows: 1,
      createdById: lead.userId,
      state: "visible",
      fileName: "talk.csv",
      fileDigest: sha256(randomUUID()),
    },
  });
  await db().contribution.update({ where: { id: contribution.id }, data: { importId } });
  await listSimilarContributions(lead, others.id);
  await undoImport(lead, { importId });
  await listSimilarContributions(lead, others.id);
  await suggestThemes(lead, { reviewId: review.id, contributionIds: [others.id], shown: true });
  expect(holds()).toEqual([]);
});
