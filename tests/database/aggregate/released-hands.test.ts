import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { listFindingsInArea } from "@/lib/aggregate/publication/queries/area-findings";
import { listPlacedHands, listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeStranger,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** Twelve people at a closed roundtable who each asked for something that one finding tells. */
async function makeAsked() {
  const scene = await makeScene({
    members: ["lead", "reviewer"],
    roundtable: { state: "closed" },
    theme: {},
  });
  const said = [];
  for (let n = 0; n < 12; n++) {
    const participant = await makeParticipant(scene.review, scene.roundtable);
    const contribution = await makeContribution(scene.roundtable, { participant, verbatim: true });
    await makeTagging(contribution, scene.theme, "ask");
    said.push(contribution);
  }
  return { ...scene, said };
}

test("a show of hands is named in cleared words, with the finding it is about, and only where enough were asked", async () => {
  const { review, roundtable, theme, said, lead, reviewer } = await makeAsked();
  const counted = async (text: string, asked: number, cleared = true) => {
    const hands = await makeContribution(roundtable, { source: "group", text, cleared });
    await db().contribution.update({
      where: { id: hands.id },
      data: { handsRaised: asked - 1, handsAsked: asked },
    });
    await makeTagging(hands, theme, "ask");
    return hands;
  };
  const told = await counted("Hands for a coach.", 12);
  await counted("Hands for Ada Byron.", 11, false);
  await counted("Hands for a mentor.", 4);
  const finding = await makeFinding(theme, [...said, told]);
  await releaseFigures(lead, { reviewId: review.id });
  const read = (viewer: Viewer) => listReleasedHands(viewer, { reviewId: review.id, releaseNumber: 1 });
  expect(await read(reviewer)).toEqual([
    {
      id: told.id,
      raised: 11,
      asked: 12,
      text: "Hands for a coach.",
      roundtableId: roundtable.id,
      place: expect.objectContaining({ heldOn: expect.any(Date) }),
      themeIds: [theme.id],
      findingIds: [finding.id],
    },
  ]);
  const stranger = await makeStranger();
  await expect(read(stranger)).rejects.toMatchObject({ kind: "not-found" });
  const place = (viewer: Viewer) => listPlacedHands(viewer, { reviewId: review.id, releaseNumber: 1 });
  expect(await place(reviewer)).toEqual([{ id: told.id, themes: [{ id: theme.id, slug: theme.slug }] }]);
  await expect(place(stranger)).rejects.toMatchObject({ kind: "not-found" });
});

test("a roundtable that the release shows only together with others is not named with its hands", async () => {
  const { review, roundtable, theme, lead, reviewer } = await makeAsked();
  const hands = await makeContribution(roundtable, { source: "group", text: "Hands for a coach." });
  await db().contribution.update({ where: { id: hands.id }, data: { handsRaised: 9, handsAsked: 12 } });
  await makeTagging(hands, theme, "ask");
  await releaseFigures(lead, { reviewId: review.id, tables: "together" });
  const asked = { reviewId: review.id, releaseNumber: 1 };
  expect(await listReleasedHands(reviewer, asked)).toMatchObject([{ id: hands.id, place: null }]);
});

test("an area leads to findings that stand on contributions that the reader may read under it", async () => {
  const { review, theme, said, lead, reviewer } = await makeAsked();
  const area = await makeTheme(review);
  await db().theme.update({ where: { id: area.id }, data: { axis: "area" } });
  for (const contribution of said.slice(0, 8)) await makeTagging(contribution, area, "ask");
  const within = await makeFinding(theme, said.slice(0, 8), { text: "Pay for coaches." });
  await makeFinding(theme, said.slice(8), { text: "Train coaches." });
  await releaseFigures(lead, { reviewId: review.id });
  const asked = { reviewId: review.id, releaseNumber: 1, areaId: area.id };
  expect([...(await listFindingsInArea(reviewer, asked))]).toEqual([within.id]);
  await db().permission.updateMany({
    where: { participant: { reviewId: review.id } },
    data: { level: "not_published" },
  });
  expect([...(await listFindingsInArea(reviewer, asked))]).toEqual([]);
});
