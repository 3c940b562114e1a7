import { describe, expect, test } from "vitest";
import { countCodebookHealth } from "@/lib/aggregate/publication/queries/codebook-counts";
import { countCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeStranger,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const SCENE = { members: ["lead", "facilitator"], roundtable: { state: "closed" }, theme: {} } as const;

describe("the codebook before a release", () => {
  test("themes that stand on mostly the same contributions are found, and others are not", async () => {
    const { review, lead, roundtable, theme } = await makeScene(SCENE);
    const [twin, apart] = [await makeTheme(review), await makeTheme(review)];
    const participant = await makeParticipant(review, roundtable);
    for (let said = 0; said < 10; said++) {
      const contribution = await makeContribution(roundtable, { participant });
      await makeTagging(contribution, theme, "observation");
      if (said < 4) await makeTagging(contribution, twin, "observation");
      if (said === 4) await makeTagging(contribution, apart, "observation");
    }
    // A fifth of the twin's contributions, and half of the other's.
    await makeTagging(await makeContribution(roundtable, { participant }), twin, "observation");
    await makeTagging(await makeContribution(roundtable, { participant }), apart, "observation");

    const { shared } = await countCodebookHealth(lead, review.id, [roundtable.id]);
    const [oneId = "", otherId = ""] = [theme.id, twin.id].sort();
    expect(shared).toEqual([{ oneId, otherId, together: 4, smaller: 5 }]);
    expect((await countCodebookHealth(lead, review.id, [])).shared).toEqual([]);
  });

  test("a theme that was added later says how many contributions nobody has looked at since", async () => {
    const { review, lead, roundtable, theme } = await makeScene(SCENE);
    const participant = await makeParticipant(review, roundtable);
    const before = [];
    for (let said = 0; said < 3; said++) {
      const contribution = await makeContribution(roundtable, { participant });
      await makeTagging(contribution, theme, "observation");
      before.push(contribution);
    }
    const later = await makeTheme(review);
    await db().theme.update({
      where: { id: later.id },
      data: { createdAt: new Date(Date.now() + 1_000) },
    });
    const unread = async () => (await countCodebookHealth(lead, review.id, [roundtable.id])).unread;
    expect(await unread()).toEqual([{ themeId: later.id, contributions: 3 }]);
    const [first] = before;
    if (first) await makeTagging(first, later, "observation");
    expect(await unread()).toEqual([{ themeId: later.id, contributions: 2 }]);
  });

  test("contributions of a theme whose meaning changed are counted", async () => {
    const { review, lead, roundtable, theme } = await makeScene(SCENE);
    const participant = await makeParticipant(review, roundtable);
    await makeTagging(await makeContribution(roundtable, { participant }), theme, "observation");
    const stale = () => countCodingContributions(lead, { reviewId: review.id, left: "stale" });
    expect(await stale()).toBe(0);
    await db().theme.update({ where: { id: theme.id }, data: { revision: 2, meaningSince: 2 } });
    expect(await stale()).toBe(1);
  });

  test("is read by the lead alone", async () => {
    const { review, lead, facilitator, roundtable } = await makeScene(SCENE);
    const ids = [roundtable.id];
    await expect(countCodebookHealth(lead, review.id, ids)).resolves.toEqual({ shared: [], unread: [] });
    await expect(countCodebookHealth(facilitator, review.id, ids)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(countCodebookHealth(await makeStranger(), review.id, ids)).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(
      countCodingContributions(await makeStranger(), { reviewId: review.id, left: "stale" }),
    ).rejects.toMatchObject({ kind: "not-found" });
  });
});
