import { beforeAll, describe, expect, test } from "vitest";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { themeFigures } from "@/lib/aggregate/figures/queries/figures";
import { listLiveEvidence } from "@/lib/aggregate/figures/queries/live-evidence";
import { previewRelease } from "@/lib/aggregate/publication/queries/release-figures";
import { listReleasedEvidence } from "@/lib/aggregate/publication/queries/released-evidence";
import { getRelease, listReleases } from "@/lib/aggregate/publication/queries/releases";
import { changesBetween, tableOf } from "@/lib/aggregate/publication/release";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Confidentiality, Stance } from "@/lib/platform/generated/enums";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeTagging,
  makeTheme,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** So many people at a closed roundtable who each say one thing of that kind, with words that name the kind. */
async function saying(
  review: TestReview,
  roundtable: { id: string; reviewId: string },
  theme: { id: string },
  counts: Partial<Record<Stance, number>>,
) {
  const said = [];
  for (const stance of ["strength", "improvement", "ask", "observation"] as const)
    for (let n = 0; n < (counts[stance] ?? 0); n++) {
      const participant = await makeParticipant(review, roundtable, { attributes: { role: "headteacher" } });
      const contribution = await makeContribution(roundtable, {
        participant,
        text: `A ${stance} from ${participant.label}.`,
      });
      await makeTagging(contribution, theme, stance);
      said.push({ participant, contribution, stance });
    }
  return said;
}

async function makeClosed(confidentiality: Confidentiality = "role_only") {
  const { theme, ...scene } = await makeScene({
    members: ["lead", "reviewer"],
    roundtable: { state: "closed", confidentiality },
    theme: {},
  });
  return { ...scene, theme };
}

describe("a release", () => {
  let scene: Awaited<ReturnType<typeof makeClosed>>;
  let rare: { id: string };
  let open: { id: string; slug: string };

  beforeAll(async () => {
    scene = await makeClosed();
    const { review, roundtable, theme } = scene;
    rare = await makeTheme(review);
    await saying(review, roundtable, theme, { improvement: 6, ask: 5, strength: 2 });
    await saying(review, roundtable, rare, { ask: 3 });
    const inSession = await makeRoundtable(review);
    open = inSession;
    await saying(review, inSession, theme, { improvement: 1 });
  });

  const evidence = (viewer: Viewer, over: { stance?: Stance; themeId?: string } = {}) =>
    listReleasedEvidence(viewer, {
      reviewId: scene.review.id,
      releaseNumber: 1,
      roundtableId: null,
      themeId: scene.theme.id,
      ...over,
    });

  test("only a lead makes it; others are refused, and a stranger finds no review", async () => {
    const { review } = scene;
    const release = (viewer: Viewer) => releaseFigures(viewer, { reviewId: review.id });
    for (const role of ["facilitator", "reviewer", "fellow"] as const)
      await expect(release(await makeMember(review, role))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(release(await makeStranger())).rejects.toMatchObject({ kind: "not-found" });
    await expect(release(await makeMember(await makeReview(), "lead"))).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(release(scene.lead)).resolves.toEqual({ number: 1 });
    expect(await db().auditEntry.count({ where: { reviewId: review.id, action: "figures.release" } })).toBe(
      1,
    );
  });

  test("contains only closed roundtables, suppressed", async () => {
    const release = await getRelease(scene.reviewer, scene.review.id, 1);
    expect(release.tables.map(({ scope }) => scope.roundtable?.slug ?? null)).toEqual([
      null,
      scene.roundtable.slug,
    ]);
    expect(tableOf(release, open.slug)).toBeNull();
    const table = tableOf(release, null);
    expect(table?.people.value).toBe(16);
    const row = table?.themes.find(({ id }) => id === scene.theme.id);
    expect(row?.people).toEqual({ counts: "people", value: 13, of: 16 });
    expect(row?.segments.improvement.people.value).toBe(6);
    expect(row?.segments.strength.people.value).toBeNull();
    expect(row?.segments.ask.people.value).toBeNull();
    expect(row?.segments.observation.people.value).toBe(0);
    expect(table?.themes.find(({ id }) => id === rare.id)?.people.value).toBeNull();
  });

  test("is what a reviewer sees; live figures and the preview are not", async () => {
    const { review, reviewer, lead } = scene;
    expect(await listReleases(reviewer, review.id)).toMatchObject([{ number: 1 }]);
    await expect(themeFigures(reviewer, { reviewId: review.id, roundtableId: null })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(previewRelease(reviewer, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewRelease(lead, review.id)).resolves.toHaveLength(2);
    await expect(
      listLiveEvidence(reviewer, { reviewId: review.id, roundtableId: null, themeId: scene.theme.id }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is closed to Fellows, strangers and other reviews, and open to facilitators", async () => {
    const { review } = scene;
    const read = (viewer: Viewer) => getRelease(viewer, review.id, 1);
    await expect(read(await makeMember(review, "facilitator"))).resolves.toBeDefined();
    await expect(read(await makeMember(review, "fellow"))).rejects.toMatchObject({ kind: "forbidden" });
    for (const viewer of [await makeStranger(), await makeMember(await makeReview(), "reviewer")]) {
      await expect(read(viewer)).rejects.toMatchObject({ kind: "not-found" });
      await expect(evidence(viewer)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(getRelease(scene.reviewer, review.id, 9)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("lists the contributions of shown figures, and neither lists nor counts those of withheld ones", async () => {
    const { contributions, total } = await evidence(scene.reviewer);
    expect(total).toBe(6);
    expect(contributions.every(({ text }) => text.startsWith("A improvement"))).toBe(true);
    for (const stance of ["strength", "ask"] as const)
      expect(await evidence(scene.reviewer, { stance })).toEqual({ contributions: [], total: 0 });
    expect(await evidence(scene.reviewer, { themeId: rare.id })).toEqual({ contributions: [], total: 0 });
    expect((await evidence(scene.reviewer, { stance: "improvement" })).total).toBe(6);
  });

  test("does not change when the coding does; the next one does, and says what changed", async () => {
    const { review, roundtable, theme, lead, reviewer } = scene;
    const before = await getRelease(reviewer, review.id, 1);
    await saying(review, roundtable, theme, { improvement: 3 });
    expect(await getRelease(reviewer, review.id, 1)).toEqual(before);
    expect((await evidence(reviewer)).total).toBe(6);
    await releaseFigures(lead, { reviewId: review.id });
    const after = await getRelease(reviewer, review.id, 2);
    const changed = changesBetween(before.tables, after.tables).find(
      ({ roundtable, before }) => roundtable === null && before?.value === 13,
    );
    expect(changed?.after).toEqual({ counts: "people", value: 16, of: 19 });
    expect((await listReleases(lead, review.id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("can be opened by reviewers only while it is the latest, so that two cannot be subtracted", async () => {
    const { review, theme, lead, reviewer } = scene;
    expect((await listReleases(reviewer, review.id)).map(({ number }) => number)).toEqual([2]);
    await expect(getRelease(reviewer, review.id, 1)).rejects.toMatchObject({ kind: "not-found" });
    const older = { reviewId: review.id, releaseNumber: 1, roundtableId: null, themeId: theme.id };
    await expect(listReleasedEvidence(reviewer, older)).rejects.toMatchObject({ kind: "not-found" });
    await expect(getRelease(lead, review.id, 1)).resolves.toMatchObject({ number: 1 });
  });
});

describe("released evidence", () => {
  async function released(confidentiality: Confidentiality = "role_only", people = 6) {
    const scene = await makeClosed(confidentiality);
    const said = await saying(scene.review, scene.roundtable, scene.theme, { ask: people });
    await releaseFigures(scene.lead, { reviewId: scene.review.id });
    const list = (roundtableId: string | null = null) =>
      listReleasedEvidence(scene.reviewer, {
        reviewId: scene.review.id,
        releaseNumber: 1,
        roundtableId,
        themeId: scene.theme.id,
      });
    const [first] = said;
    if (!first) throw new Error("Nobody said anything.");
    return { ...scene, said, first, list };
  }

  test("is no longer shown when the speaker narrows permission, and is shown again when they widen it", async () => {
    const { first, list, review } = await released();
    expect((await list()).total).toBe(6);
    const open = { participantId: first.participant.id, until: null };
    await db().permission.updateMany({ where: open, data: { until: new Date() } });
    expect((await list()).contributions.map(({ text }) => text)).not.toContain(first.contribution.text);
    expect((await list()).total).toBe(5);
    await db().permission.create({
      data: {
        participantId: first.participant.id,
        level: "verbatim",
        wordingId: review.wordingId,
        means: "paper",
        byId: first.contribution.recordedById,
      },
    });
    expect((await list()).total).toBe(6);
  });

  test("is no longer shown when its clearance is withdrawn, or its words or speaker are erased", async () => {
    const { said, list } = await released();
    const [cleared, gone, erased] = said;
    await db().clearance.updateMany({
      where: { contributionId: cleared?.contribution.id ?? "" },
      data: { until: new Date() },
    });
    await db().contribution.update({
      where: { id: gone?.contribution.id ?? "" },
      data: { text: "", salt: null, erasedAt: new Date() },
    });
    await db().person.update({
      where: { id: erased?.participant.personId ?? "" },
      data: { erasedAt: new Date() },
    });
    expect((await list()).total).toBe(3);
  });

  test("is the cleared text, and nothing that tells whose, when or which", async () => {
    const { first, list } = await released();
    await db().clearance.updateMany({
      where: { contributionId: first.contribution.id },
      data: { text: "We asked [school]." },
    });
    const { contributions } = await list();
    const words = JSON.stringify(contributions);
    expect(words).toContain("We asked [school].");
    expect(words).not.toContain(first.contribution.text);
    expect(words).not.toContain(first.contribution.id);
    expect(words).not.toContain("2025-05-14");
    expect(Object.keys(contributions[0] ?? {}).sort()).toEqual(["role", "stances", "text"]);
  });

  test("is in no order of time", async () => {
    const { said, list } = await released("role_only", 12);
    const spoken = said.map(({ contribution }) => contribution.text);
    const listed = (await list()).contributions.map(({ text }) => text);
    expect(listed).not.toEqual(spoken);
    expect([...listed].sort()).toEqual([...spoken].sort());
  });

  test("shows a role that five people present share, not one that four share, and none under Chatham House", async () => {
    const shared = await released("role_only", 5);
    expect((await shared.list()).contributions.map(({ role }) => role)).toEqual(Array(5).fill("headteacher"));
    await db().participantAttribute.updateMany({
      where: { participantId: shared.first.participant.id },
      data: { value: "SENCO" },
    });
    expect((await shared.list()).contributions.map(({ role }) => role)).toEqual(Array(5).fill(null));
    const house = await released("chatham_house");
    expect((await house.list()).contributions.every(({ role }) => role === null)).toBe(true);
  });

  test("of a roundtable is a separate list", async () => {
    const { roundtable, list, review } = await released();
    expect((await list(roundtable.id)).total).toBe(6);
    expect((await list((await makeRoundtable(review)).id)).total).toBe(0);
  });
});

describe("what can be released", () => {
  test("is nothing while no roundtable is closed, and the refusal says what to do", async () => {
    const { review, lead, roundtable } = await makeScene({
      members: ["lead"],
      roundtable: { state: "read_back" },
    });
    await expect(releaseFigures(lead, { reviewId: review.id })).rejects.toThrow(/Close a roundtable first/);
    expect(await previewRelease(lead, review.id)).toEqual([]);
    await db().roundtable.update({ where: { id: roundtable.id }, data: { state: "closed" } });
    await expect(releaseFigures(lead, { reviewId: review.id })).resolves.toEqual({ number: 1 });
  });

  test("a small roundtable does not come back as the difference of two tables", async () => {
    const { review, roundtable, theme, lead, reviewer } = await makeClosed();
    const small = await makeRoundtable(review, { state: "closed" });
    await saying(review, roundtable, theme, { ask: 12 });
    await saying(review, small, theme, { ask: 2 });
    await releaseFigures(lead, { reviewId: review.id });
    const release = await getRelease(reviewer, review.id, 1);
    const people = (slug: string | null) => tableOf(release, slug)?.themes[0]?.people.value;
    expect([people(null), people(roundtable.slug), people(small.slug)]).toEqual([14, null, null]);
    expect(tableOf(release, roundtable.slug)?.people.value).toBeNull();
    const listed = await listReleasedEvidence(reviewer, {
      reviewId: review.id,
      releaseNumber: 1,
      roundtableId: small.id,
      themeId: theme.id,
    });
    expect(listed).toEqual({ contributions: [], total: 0 });
  });
});

test("facilitators read every contribution under a theme, in the order it was said, by stance", async () => {
  const { review, roundtable, theme, lead } = await makeClosed();
  const said = await saying(review, roundtable, theme, { ask: 1, strength: 2 });
  const scope = { reviewId: review.id, roundtableId: null, themeId: theme.id };
  const { contributions, total } = await listLiveEvidence(lead, scope);
  expect(total).toBe(3);
  expect(contributions.map(({ id }) => id).sort()).toEqual(
    said.map(({ contribution }) => contribution.id).sort(),
  );
  expect((await listLiveEvidence(lead, { ...scope, stance: "ask" })).total).toBe(1);
  expect((await listLiveEvidence(lead, { ...scope, roundtableId: roundtable.id })).total).toBe(3);
});
