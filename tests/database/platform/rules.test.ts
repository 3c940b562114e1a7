import { describe, expect, test } from "vitest";
import { db, transaction } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

describe("the database enforces the rules whatever the code does", () => {
  test("a theme of another review cannot be set on a contribution", async () => {
    const [mine, other] = [await makeReview(), await makeReview()];
    const contribution = await makeContribution(await makeRoundtable(mine));
    const foreign = await makeTheme(other);
    await expect(makeTagging(contribution, foreign, "ask")).rejects.toThrow();
    await expect(makeTagging(contribution, await makeTheme(mine), "ask")).resolves.toBeDefined();
  });

  test("a speaker of another roundtable cannot be put on a contribution", async () => {
    const review = await makeReview();
    const [here, there] = [await makeRoundtable(review), await makeRoundtable(review)];
    const elsewhere = await makeParticipant(review, there);
    await expect(makeContribution(here, { participant: elsewhere })).rejects.toThrow();
  });

  test("the same tagging is stored once, opposite stances twice", async () => {
    const { contribution, theme } = await makeScene({ contribution: {}, theme: {} });
    const first = await makeTagging(contribution, theme, "strength");
    const again = { ...first, id: undefined };
    delete again.id;
    const { count } = await db().tagging.createMany({ data: [again], skipDuplicates: true });
    expect(count).toBe(0);
    const opposite = await db().tagging.createMany({
      data: [{ ...again, stance: "improvement" }],
      skipDuplicates: true,
    });
    expect(opposite.count).toBe(1);
  });

  test("a release cannot be changed once it is made", async () => {
    const { review, lead } = await makeScene({ members: ["lead"] });
    const release = await db().release.create({
      data: {
        reviewId: review.id,
        number: 1,
        threshold: 5,
        breakdowns: [],
        checked: {},
        createdById: lead.userId,
      },
    });
    await expect(db().release.update({ where: { id: release.id }, data: { number: 2 } })).rejects.toThrow(
      /immutable/,
    );
  });

  test("a read during an open transaction is refused instead of waiting for itself", async () => {
    await expect(transaction(() => Promise.resolve(db().review.count()))).rejects.toThrow(
      /transaction is open/,
    );
    await expect(transaction((tx) => tx.review.count())).resolves.toBeGreaterThan(0);
  });
});
