import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { keepCitation, removeCitation } from "@/lib/aggregate/take-away/commands/keep-citation";
import { listCitations } from "@/lib/aggregate/take-away/queries/citations";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeStranger,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** Twelve people at a closed roundtable say the same; the first `said` of them under the theme. */
async function twelveSay(scene: Scene, roundtable: { id: string; reviewId: string }, said: number) {
  const contributions = [];
  for (let n = 0; n < 12; n++) {
    const participant = await makeParticipant(scene.review, roundtable);
    const contribution = await makeContribution(roundtable, { participant });
    if (n < said) await makeTagging(contribution, scene.theme, "ask");
    contributions.push(contribution);
  }
  return contributions;
}

type Scene = Awaited<ReturnType<typeof makeReleased>>;

async function makeReleased() {
  const scene = await makeScene({
    members: ["lead", "reviewer", "fellow"],
    roundtable: { state: "closed" },
    theme: {},
  });
  return scene;
}

describe("what somebody cites", () => {
  let scene: Scene;
  let finding: { id: string };
  const keep = (viewer: Viewer, over: object = {}) =>
    keepCitation(viewer, {
      reviewId: scene.review.id,
      release: 1,
      themeId: scene.theme.id,
      roundtableId: null,
      findingId: null,
      ...over,
    });
  const list = async (viewer: Viewer) => (await listCitations(viewer, scene.review.id)).citations;

  beforeAll(async () => {
    scene = await makeReleased();
    const said = await twelveSay(scene, scene.roundtable, 8);
    finding = await makeFinding(scene.theme, said.slice(0, 8), { text: "Coaches need time." });
    await releaseFigures(scene.lead, { reviewId: scene.review.id });
  });

  test("is kept once, is their own alone, and can be removed", async () => {
    const { reviewer, lead } = scene;
    await keep(reviewer);
    await keep(reviewer);
    await keep(reviewer, { findingId: finding.id });
    expect(await list(reviewer)).toMatchObject([
      { findingId: finding.id, state: { is: "same" } },
      { findingId: null, state: { is: "same" } },
    ]);
    expect(await list(lead)).toEqual([]);
    const [first] = await list(reviewer);
    await expect(removeCitation(lead, { id: first?.id ?? "" })).rejects.toMatchObject({ kind: "not-found" });
    await removeCitation(reviewer, { id: first?.id ?? "" });
    expect(await list(reviewer)).toHaveLength(1);
    await keep(reviewer, { findingId: finding.id });
    const actions = await db().auditEntry.findMany({
      where: { reviewId: scene.review.id, action: { startsWith: "citation" } },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action).sort()).toEqual([
      "citation.keep",
      "citation.keep",
      "citation.keep",
      "citation.remove",
    ]);
  });

  test("is refused to people who see no figures, and where the release tells nothing of the kind", async () => {
    const { reviewer, fellow, review } = scene;
    await expect(keep(fellow)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listCitations(fellow, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(keep(await makeStranger())).rejects.toMatchObject({ kind: "not-found" });
    for (const wrong of [
      { release: 9 },
      { findingId: scene.review.id },
      { themeId: scene.review.id },
      { roundtableId: scene.review.id },
    ])
      await expect(keep(reviewer, wrong)).rejects.toMatchObject({ kind: "not-found" });
    await expect(keep(reviewer, { roundtableId: scene.roundtable.id })).resolves.toEqual({});
  });

  test("says what a later release says in its place, and that it no longer tells it", async () => {
    const { reviewer, lead, review } = scene;
    await db().finding.update({ where: { id: finding.id }, data: { withdrawnAt: new Date() } });
    await twelveSay(scene, await makeRoundtable(review, { state: "closed" }), 12);
    await releaseFigures(lead, { reviewId: review.id });
    const states = new Map(
      (await list(reviewer)).map((one) => [`${one.findingId} ${one.roundtable?.slug}`, one.state]),
    );
    expect(states.get(`${finding.id} undefined`)).toEqual({ is: "gone" });
    expect(states.get(`null ${scene.roundtable.slug}`)).toEqual({ is: "same" });
    expect(states.get("null undefined")).toMatchObject({
      is: "changed",
      words: expect.stringMatching(/^About 20 of 24 people raised /) as string,
    });
    const gone = await makeMember(review, "reviewer");
    expect(await list(gone)).toEqual([]);
  });
});
