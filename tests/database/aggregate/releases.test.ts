import { beforeAll, describe, expect, test } from "vitest";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { markNpq } from "@/lib/tag/coding/commands/mark-npq";
import { planFor } from "@/lib/aggregate/publication/queries/planned-release";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { listQuotations, listReleasedEvidence } from "@/lib/aggregate/publication/queries/released-evidence";
import {
  getRelease,
  listReleasedTables,
  listReleases,
  type ShownTables,
} from "@/lib/aggregate/publication/queries/releases";
import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import { tableOf, type Release } from "@/lib/aggregate/publication/release-contents";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Confidentiality, Stance } from "@/lib/platform/generated/enums";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
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

/** What the table of a release says of a theme. */
function shown(release: Release, place: string | null, themeId: string, stance: Stance | null = null) {
  const theme = tableOf(release, place)?.themes.find(({ id }) => id === themeId);
  const figure = stance ? theme?.stances[stance] : theme?.people;
  return figure && countInTable(figure);
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

  test("contains only closed roundtables, as published figures", async () => {
    const release = await getRelease(scene.reviewer, scene.review.id, 1);
    const { slug } = scene.roundtable;
    expect(release.tables.map(({ roundtable }) => roundtable?.slug ?? null)).toEqual([null, slug]);
    expect(tableOf(release, open.slug)).toBeNull();
    expect(tableOf(release, null)?.present).toBe(16);
    expect(shown(release, null, scene.theme.id)).toBe("about 15");
    expect(shown(release, null, scene.theme.id, "improvement")).toBe("about 5");
    expect(shown(release, null, scene.theme.id, "strength")).toBe("a few");
    expect(shown(release, null, scene.theme.id, "observation")).toBe("none");
    expect(shown(release, null, rare.id)).toBe("a few");
    expect(JSON.stringify(release)).not.toMatch(/"(?:people|patterns)":\s*\d/);
    // Each tagging of this world has a coder of its own; that of the roundtable in session is not among them.
    expect(release.coding).toEqual({ coders: 16, agreement: null });
  });

  test("gives a page the one table that it shows whole, and of the others the theme that it is about", async () => {
    const { review, reviewer, theme } = scene;
    const read = async (shows?: ShownTables) =>
      (await getRelease(reviewer, review.id, 1, shows)).tables.map(({ present, themes }) => [
        present,
        themes.map(({ id }) => id).sort(),
      ]);
    const both = [rare.id, theme.id].sort();
    expect(await read()).toEqual([
      [16, both],
      [16, both],
    ]);
    expect(await read({ roundtable: null })).toEqual([
      [16, both],
      [16, []],
    ]);
    expect(await read({ roundtable: scene.roundtable.slug, themeId: rare.id })).toEqual([
      [16, [rare.id]],
      [16, both],
    ]);
  });

  test("gives the tables of roundtables that are asked for, in that order, and of no others", async () => {
    const { review, reviewer, roundtable } = scene;
    const asked = { reviewId: review.id, number: 1, slugs: [open.slug, roundtable.slug] };
    const [alone, ...others] = await listReleasedTables(reviewer, asked);
    expect(others).toEqual([]);
    expect(alone).toEqual(tableOf(await getRelease(reviewer, review.id, 1), roundtable.slug));
    await expect(listReleasedTables(await makeMember(review, "fellow"), asked)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(listReleasedTables(await makeStranger(), asked)).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("is what a reviewer sees; live figures and the plan of a release are not", async () => {
    const { review, reviewer, lead } = scene;
    expect(await listReleases(reviewer, review.id)).toMatchObject([{ number: 1 }]);
    await expect(themeFigures(reviewer, { reviewId: review.id, roundtableId: null })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(planFor(reviewer, { reviewId: review.id })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(planFor(lead, { reviewId: review.id })).resolves.toMatchObject({
      toRelease: { newPeople: 0, changed: 0, input: { number: 2 } },
    });
    await expect(
      listNarrowedEvidence(reviewer, {
        reviewId: review.id,
        themeId: scene.theme.id,
        alsoThemeId: null,
        filter: EVERYTHING,
      }),
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

  test("lists contributions under themes that enough people raised, and none under those of a few", async () => {
    const { total } = await evidence(scene.reviewer);
    expect(total).toBe(13);
    expect(await evidence(scene.reviewer, { themeId: rare.id })).toEqual({ contributions: [], total: 0 });
    expect((await evidence(scene.reviewer, { stance: "improvement" })).total).toBe(6);
  });

  test("carries the figures over while fewer than five people changed, and counts again with more", async () => {
    const { review, roundtable, theme, lead, reviewer } = scene;
    const before = await getRelease(reviewer, review.id, 1);
    await saying(review, roundtable, theme, { ask: 2 });
    expect(await getRelease(reviewer, review.id, 1)).toEqual(before);
    expect(await planFor(lead, { reviewId: review.id })).toMatchObject({ toRelease: { changed: 2 } });
    await releaseFigures(lead, { reviewId: review.id });
    const carried = await getRelease(reviewer, review.id, 2);
    expect(carried.tables).toEqual(before.tables);
    await saying(review, roundtable, theme, { ask: 8 });
    await releaseFigures(lead, { reviewId: review.id });
    const after = await getRelease(reviewer, review.id, 3);
    expect(tableOf(after, null)?.present).toBe(26);
    expect((await listReleases(reviewer, review.id)).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test("is refused where something changed since the lead looked, and two leads at once make one", async () => {
    const { review, roundtable, theme, lead } = scene;
    const planned = await planFor(lead, { reviewId: review.id });
    if ("refused" in planned) throw new Error(planned.refused);
    const seen = planned.toRelease.digest;
    await saying(review, roundtable, theme, { strength: 6 });
    await expect(releaseFigures(lead, { reviewId: review.id, seen })).rejects.toThrow(/Nothing was released/);
    const other = await makeMember(review, "lead");
    const again = await planFor(lead, { reviewId: review.id });
    if ("refused" in again) throw new Error(again.refused);
    // Both release what they have seen, as the page does: one that comes only after the other was stored is refused too.
    const request = { reviewId: review.id, seen: again.toRelease.digest };
    const both = await Promise.allSettled([lead, other].map((viewer) => releaseFigures(viewer, request)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("new roundtables", () => {
  test("wait until ten new people came, and the plan says which wait", async () => {
    const { review, roundtable, theme, lead, reviewer } = await makeClosed();
    const [first, host] = await saying(review, roundtable, theme, { ask: 9 });
    await expect(releaseFigures(lead, { reviewId: review.id })).rejects.toThrow(/at least 10 people/);
    const second = await makeRoundtable(review, { state: "closed" });
    await saying(review, second, theme, { ask: 6 });
    await makeParticipant(review, second, { personId: first?.participant.personId ?? "" });
    await makeParticipant(review, second, { personId: host?.participant.personId ?? "", host: true });
    await markNpq(lead, { contributionId: first?.contribution.id ?? "", npq: "NPQH", about: true });
    await releaseFigures(lead, { reviewId: review.id });
    const kept = await db().release.findFirstOrThrow({ where: { reviewId: review.id } });
    // What the one who came to both took at each of them: an ask, and nothing; and about the NPQ likewise.
    expect(kept.checked).toMatchObject({
      [theme.id]: { combinations: [{ [roundtable.id]: 4, [second.id]: 0 }] },
      NPQH: { combinations: [{ [roundtable.id]: 8, [second.id]: 0 }] },
      NPQSL: { combinations: [{ [roundtable.id]: 0, [second.id]: 0 }] },
    });
    expect(JSON.stringify(kept.checked)).not.toContain(first?.participant.personId);
    const third = await makeRoundtable(review, { state: "closed" });
    await saying(review, third, theme, { ask: 9 });
    const planned = await planFor(lead, { reviewId: review.id });
    expect(planned).toMatchObject({ toRelease: { newPeople: 9, waiting: [{ id: third.id }] } });
    await releaseFigures(lead, { reviewId: review.id });
    const release = await getRelease(reviewer, review.id, 2);
    expect(tableOf(release, null)?.present).toBe(15);
    expect(tableOf(release, third.slug)).toBeNull();
  });

  test("wait where the lead chose so; shown together, none has a table of its own", async () => {
    const { review, roundtable, theme, lead, reviewer } = await makeClosed();
    const second = await makeRoundtable(review, { state: "closed" });
    await saying(review, roundtable, theme, { ask: 12 });
    await saying(review, second, theme, { ask: 12 });
    await releaseFigures(lead, { reviewId: review.id, waiting: [second.id], tables: "together" });
    const release = await getRelease(reviewer, review.id, 1);
    expect(release.tables.map(({ present }) => present)).toEqual([12]);
  });
});

test("a finding of a few is told where one of them permits it and is cleared, and one of many always", async () => {
  const { review, roundtable, theme, lead, reviewer } = await makeClosed();
  const said = await saying(review, roundtable, theme, { ask: 12 });
  const of = (from: number, to: number) => said.slice(from, to).map(({ contribution }) => contribution);
  const many = await makeFinding(theme, of(0, 8), { text: "Many want it." });
  const few = await makeFinding(theme, of(8, 10), { text: "Two want more." });
  const silent = await makeFinding(theme, of(10, 12), { text: "Two want less." });
  await db().permission.updateMany({
    where: { participantId: { in: said.slice(10, 12).map(({ participant }) => participant.id) } },
    data: { until: new Date() },
  });
  expect(await planFor(lead, { reviewId: review.id })).toMatchObject({
    toRelease: { notPermitted: [{ id: silent.id }] },
  });
  await releaseFigures(lead, { reviewId: review.id });
  const { findings } = await getRelease(reviewer, review.id, 1);
  expect(findings.map(({ id, supports }) => [id, countInTable(supports)])).toEqual([
    [many.id, "about 10"],
    [few.id, "a few"],
  ]);
  const evidenceOf = async (findingId: string) =>
    (
      await listReleasedEvidence(reviewer, {
        reviewId: review.id,
        releaseNumber: 1,
        themeId: theme.id,
        findingId,
      })
    ).total;
  expect([await evidenceOf(many.id), await evidenceOf(few.id)]).toEqual([8, 0]);
});

test("quotations of a finding are by different people, readable, and of that finding alone", async () => {
  const { review, roundtable, theme, lead, reviewer } = await makeClosed();
  const said = await saying(review, roundtable, theme, { ask: 12 });
  const [first, ...others] = said;
  if (!first) throw new Error("Nobody said anything.");
  const { participant } = first;
  const again = await makeContribution(roundtable, { participant, text: "The same person, once more." });
  const contributions = said.map(({ contribution }) => contribution);
  const finding = await makeFinding(theme, [...contributions.slice(0, 6), again], { text: "Many want it." });
  const other = await makeFinding(theme, contributions.slice(6), { text: "Others want that." });
  await releaseFigures(lead, { reviewId: review.id });
  const findingIds = [finding.id, other.id];
  const list = (viewer: Viewer) =>
    listQuotations(viewer, { reviewId: review.id, releaseNumber: 1, findingIds }, 2);
  const quotations = await list(reviewer);
  for (const id of findingIds) expect(quotations.get(id)).toHaveLength(2);
  const own = (quotations.get(finding.id) ?? []).map(({ text }) => text);
  expect(own.filter((text) => [again.text, first.contribution.text].includes(text)).length).toBeLessThan(2);
  expect(
    contributions
      .slice(0, 6)
      .concat(again)
      .map(({ text }) => text),
  ).toEqual(expect.arrayContaining(own));

  await db().permission.updateMany({
    where: { participantId: { in: others.map(({ participant: { id } }) => id) } },
    data: { until: new Date() },
  });
  const left = await list(reviewer);
  expect(
    left
      .get(finding.id)
      ?.map(({ text }) => text)
      .sort(),
  ).toEqual([first.contribution.text, again.text].sort());
  expect(left.get(other.id)).toBeUndefined();
  await expect(list(await makeMember(review, "fellow"))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(list(await makeStranger())).rejects.toMatchObject({ kind: "not-found" });
});

test("a finding that enough people contradict has quotations of its other side, and one that few contradict has none", async () => {
  const { review, roundtable, theme, lead, reviewer } = await makeClosed();
  const said = (await saying(review, roundtable, theme, { ask: 8, improvement: 9 })).map(
    ({ contribution }) => contribution,
  );
  const contradicts = said.slice(8, 14);
  const finding = await makeFinding(theme, said.slice(0, 8), { contradicts });
  const other = await makeFinding(theme, said.slice(0, 8), { contradicts: said.slice(14, 16) });
  await releaseFigures(lead, { reviewId: review.id });
  const list = (bearing: "supports" | "contradicts") =>
    listQuotations(
      reviewer,
      { reviewId: review.id, releaseNumber: 1, findingIds: [finding.id, other.id], bearing },
      2,
    );
  const against = await list("contradicts");
  expect(against.get(other.id)).toBeUndefined();
  const quoted = against.get(finding.id) ?? [];
  expect(quoted).toHaveLength(2);
  expect(quoted.every(({ stances }) => stances.length === 0)).toBe(true);
  expect(contradicts.map(({ text }) => text)).toEqual(expect.arrayContaining(quoted.map(({ text }) => text)));
  const supporting = [...(await list("supports")).values()].flat().map(({ text }) => text);
  expect(contradicts.some(({ text }) => supporting.includes(text))).toBe(false);

  await db().permission.updateMany({
    where: { participant: { reviewId: review.id } },
    data: { until: new Date() },
  });
  expect((await list("contradicts")).size).toBe(0);
});

describe("what small counts give away is left out", () => {
  test("a roundtable of few has no table, and does not come back as the difference of two", async () => {
    const { review, roundtable, theme, lead, reviewer } = await makeClosed();
    const small = await makeRoundtable(review, { state: "closed" });
    await saying(review, roundtable, theme, { ask: 12 });
    await saying(review, small, theme, { ask: 2 });
    await releaseFigures(lead, { reviewId: review.id });
    const release = await getRelease(reviewer, review.id, 1);
    expect(tableOf(release, small.slug)).toBeNull();
    const places = [null, roundtable.slug].map((slug) => shown(release, slug, theme.id));
    expect(places).toContain("not shown");
  });

  test("an erasure and a release after it do not tell what was erased", async () => {
    const { review, roundtable, theme, lead, reviewer } = await makeClosed();
    const said = await saying(review, roundtable, theme, { ask: 8, strength: 6 });
    await releaseFigures(lead, { reviewId: review.id });
    const before = await getRelease(reviewer, review.id, 1);
    await db().person.update({
      where: { id: said[0]?.participant.personId ?? "" },
      data: { erasedAt: new Date() },
    });
    await releaseFigures(lead, { reviewId: review.id });
    expect((await getRelease(reviewer, review.id, 2)).tables).toEqual(before.tables);
  });
});

describe("released evidence", () => {
  async function released(confidentiality: Confidentiality = "role_only", people = 10) {
    const scene = await makeClosed(confidentiality);
    const said = await saying(scene.review, scene.roundtable, scene.theme, { ask: people });
    await releaseFigures(scene.lead, { reviewId: scene.review.id });
    const list = () =>
      listReleasedEvidence(scene.reviewer, {
        reviewId: scene.review.id,
        releaseNumber: 1,
        themeId: scene.theme.id,
      });
    const [first] = said;
    if (!first) throw new Error("Nobody said anything.");
    return { ...scene, said, first, list };
  }

  test("is no longer shown when the speaker narrows permission, and is shown again when they widen it", async () => {
    const { first, list, review } = await released();
    expect((await list()).total).toBe(10);
    const open = { participantId: first.participant.id, until: null };
    await db().permission.updateMany({ where: open, data: { until: new Date() } });
    expect((await list()).contributions.map(({ text }) => text)).not.toContain(first.contribution.text);
    expect((await list()).total).toBe(9);
    await db().permission.create({
      data: {
        participantId: first.participant.id,
        level: "verbatim",
        wordingId: review.wordingId,
        means: "paper",
        byId: first.contribution.recordedById,
      },
    });
    expect((await list()).total).toBe(10);
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
    expect((await list()).total).toBe(7);
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
    expect(Object.keys(contributions[0] ?? {}).sort()).toEqual(["role", "stances", "text", "verbatim"]);
  });

  test("is in no order of time", async () => {
    const { said, list } = await released("role_only", 12);
    const spoken = said.map(({ contribution }) => contribution.text);
    const listed = (await list()).contributions.map(({ text }) => text);
    expect(listed).not.toEqual(spoken);
    expect([...listed].sort()).toEqual([...spoken].sort());
  });

  test("shows a role that five people present share, not one that four share, and none under Chatham House", async () => {
    const shared = await released();
    const [, ...others] = shared.said;
    const become = (value: string, people: typeof others) =>
      db().participantAttribute.updateMany({
        where: { participantId: { in: people.map(({ participant }) => participant.id) } },
        data: { value },
      });
    await become("SENCO", others.slice(0, 5));
    const roles = async () => (await shared.list()).contributions.map(({ role }) => role).sort();
    expect(await roles()).toEqual([
      ...Array<string>(5).fill("SENCO"),
      ...Array<string>(5).fill("headteacher"),
    ]);
    await become("governor or trustee", [shared.first]);
    expect((await roles()).filter((role) => role !== null)).toEqual(Array<string>(5).fill("SENCO"));
    const house = await released("chatham_house");
    expect((await house.list()).contributions.every(({ role }) => role === null)).toBe(true);
  });
});

describe("what can be released", () => {
  test("is nothing while no roundtable is closed, and the refusal says what to do", async () => {
    const { review, lead, roundtable } = await makeScene({
      members: ["lead"],
      roundtable: { state: "read_back" },
    });
    await expect(releaseFigures(lead, { reviewId: review.id })).rejects.toThrow(/Close a roundtable first/);
    expect(await planFor(lead, { reviewId: review.id })).toHaveProperty("refused");
    await db().roundtable.update({ where: { id: roundtable.id }, data: { state: "closed" } });
    await expect(releaseFigures(lead, { reviewId: review.id })).rejects.toThrow(/at least 10 people/);
  });
});

test("NPQs are counted with a release, and those named as repeating each other, and stay as they were", async () => {
  const { review, roundtable, lead, reviewer, theme } = await makeClosed();
  await db().theme.update({ where: { id: theme.id }, data: { slug: "repetition" } });
  const said = await saying(review, roundtable, theme, { improvement: 12 });
  for (const [at, { contribution }] of said.entries())
    for (const npq of at < 6 ? (["NPQH", "NPQSL"] as const) : (["NPQLT"] as const))
      await markNpq(lead, { contributionId: contribution.id, npq, about: true });
  await releaseFigures(lead, { reviewId: review.id });
  const { npqs } = await getRelease(reviewer, review.id, 1);
  const told = npqs?.npqs.map(({ npq, people }) => [npq, countInTable(people)]);
  expect(told).toContainEqual(["NPQH", "about 5"]);
  expect(told).toContainEqual(["NPQEYL", "none"]);
  expect(npqs?.theme).toMatchObject({ slug: "repetition" });
  const pairs = npqs?.pairs.map(({ first, second, people }) => [first, second, countInTable(people)]);
  expect(pairs).toEqual([
    ["NPQH", "NPQSL", "about 5"],
    ["NPQH", "NPQLT", "none"],
    ["NPQLT", "NPQSL", "none"],
  ]);
  await markNpq(lead, { contributionId: said[0]?.contribution.id ?? "", npq: "NPQH", about: false });
  expect(await planFor(lead, { reviewId: review.id })).toMatchObject({ toRelease: { changed: 1 } });
  await releaseFigures(lead, { reviewId: review.id });
  expect((await getRelease(reviewer, review.id, 2)).npqs).toEqual(npqs);
});

test("facilitators read every contribution under a theme, in the order it was said, by stance", async () => {
  const { review, roundtable, theme, lead } = await makeClosed();
  const said = await saying(review, roundtable, theme, { ask: 1, strength: 2 });
  const scope = { reviewId: review.id, themeId: theme.id, alsoThemeId: null, filter: EVERYTHING };
  const { contributions, total } = await listNarrowedEvidence(lead, scope);
  expect(total).toBe(3);
  expect(contributions.map(({ id }) => id).sort()).toEqual(
    said.map(({ contribution }) => contribution.id).sort(),
  );
  expect((await listNarrowedEvidence(lead, { ...scope, stance: "ask" })).total).toBe(1);
  const there = { ...EVERYTHING, roundtable: [roundtable.slug] };
  expect((await listNarrowedEvidence(lead, { ...scope, filter: there })).total).toBe(3);
});
