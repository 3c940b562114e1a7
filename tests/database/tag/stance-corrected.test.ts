import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { Batch } from "@/lib/capture/session/operation";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { setThemes } from "@/lib/tag/coding/commands/set-themes";
import { openTestDatabase } from "@/tests/support/database";
import { type TestReview } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();
beforeAll(registerStages);

const NOW = "2026-03-05T14:00:00.000Z";
let review: TestReview;
let lead: Viewer;
let author: Viewer;
let colleague: Viewer;
let theme: { id: string };
let contribution: { id: string; source: string; wording: string; text: string; participantId: string };

/** A contribution logged with a theme and the stance “improvement”. */
beforeEach(async () => {
  const scene = await makeScene({ members: ["lead"], coders: 2, participant: {}, theme: {} });
  ({
    review,
    lead,
    coders: [author, colleague],
    theme,
  } = scene);
  contribution = {
    id: randomUUID(),
    source: "identified",
    wording: "gist",
    text: "It takes weekends",
    participantId: scene.participant.id,
  };
  await send(author, {
    do: "record",
    ...contribution,
    roundtableId: scene.roundtable.id,
    stance: "improvement",
    themeIds: [theme.id],
    saidAt: NOW,
    sequence: 1,
  });
});

async function send(viewer: Viewer, operation: { id: string; [field: string]: unknown }): Promise<void> {
  const batch = Batch.parse({ version: 1, asUserId: viewer.userId, sentAt: NOW, operations: [operation] });
  const { results } = await sendOperations(viewer, batch, setThemes);
  expect(results).toMatchObject([{ outcome: "saved", message: null }]);
}

async function correct(viewer: Viewer, stance: Stance | null): Promise<void> {
  const { id, ...said } = contribution;
  const { revision } = await db().contribution.findUniqueOrThrow({ where: { id } });
  await send(viewer, {
    do: "edit",
    ...said,
    id: randomUUID(),
    contributionId: id,
    revision,
    stance,
  });
}

/** What is set on the contribution: the stances of each coder, "author" and "colleague". */
async function standing(): Promise<string[]> {
  const rows = await db().tagging.findMany({
    where: { contributionId: contribution.id, until: null },
    select: { stance: true, spanStart: true, coder: { select: { userId: true } } },
  });
  return rows
    .map(({ stance, spanStart, coder }) => {
      const who = coder.userId === author.userId ? "author" : "colleague";
      return `${who} ${stance}${spanStart === null ? "" : " of some words"}`;
    })
    .sort();
}

describe("a contribution whose stance is corrected", () => {
  test("also corrects the themes that were logged with it, and the figures", async () => {
    await correct(author, "strength");
    expect(await standing()).toEqual(["author strength"]);
    const { themes } = await themeFigures(lead, { reviewId: review.id, roundtableId: null });
    const row = themes.find(({ id }) => id === theme.id);
    expect(row?.stances?.strength?.people.value).toBe(1);
    expect(row?.stances?.improvement?.people.value).toBe(0);
  });

  test("says in the audit log who corrected which theme, and keeps the earlier stance", async () => {
    await correct(colleague, "ask");
    expect(await standing()).toEqual(["author ask"]);
    const [closed, opened] = await db().tagging.findMany({
      where: { contributionId: contribution.id },
      orderBy: { id: "asc" },
    });
    expect(closed).toMatchObject({ stance: "improvement", endedById: colleague.userId });
    const entry = await db().auditEntry.findFirst({
      where: { action: "tagging.change-stance", subjectId: opened?.id ?? "" },
    });
    expect(entry).toMatchObject({
      actorId: colleague.userId,
      detail: { contributionId: contribution.id, themeId: theme.id, closed: closed?.id, stance: "ask" },
    });
  });

  test("leaves a stance that was set independently: another one, on some words, or a colleague's", async () => {
    const about = { contributionId: contribution.id, themeId: theme.id };
    await setTagging(author, { ...about, stance: "observation" });
    await setTagging(author, { ...about, stance: "improvement", spanStart: 0, spanEnd: 2 });
    await setTagging(colleague, { ...about, stance: "improvement" });
    await correct(author, "strength");
    expect(await standing()).toEqual([
      "author improvement of some words",
      "author observation",
      "author strength",
      "colleague improvement",
    ]);
  });

  test("becomes an observation when its stance is removed, and leaves one of two equal taggings", async () => {
    await setTagging(author, { contributionId: contribution.id, themeId: theme.id, stance: "observation" });
    await correct(author, null);
    expect(await standing()).toEqual(["author observation"]);
    await correct(author, "strength");
    expect(await standing()).toEqual(["author strength"]);
  });
});
