import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { editFinding, writeCounterView } from "@/lib/synthesise/finding/commands/edit-finding";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import { getFinding, listFindingRevisions, listFindings } from "@/lib/synthesise/finding/queries/findings";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeReview, makeStranger, makeTheme } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** Nothing written but the statement. */
const PLAIN = { counterView: "", note: "" };

async function makeStory() {
  const { review, facilitator, theme } = await makeScene({ members: ["facilitator"], theme: {} });
  const input = {
    reviewId: review.id,
    themeId: theme.id,
    text: "The same work earns different marks.",
    stance: "improvement" as const,
  };
  const { id } = await writeFinding(facilitator, input);
  return { review, theme, facilitator, input, id };
}

describe("writing a finding", () => {
  test("stores it under its theme, in the order of writing, the same statement once", async () => {
    const { review, theme, facilitator, input, id } = await makeStory();
    expect(await writeFinding(facilitator, input)).toEqual({ id });
    const second = await writeFinding(facilitator, { ...input, text: "Moderation is rare." });
    const findings = await listFindings(facilitator, review.id, { themeId: theme.id });
    expect(findings.map((finding) => finding.id)).toEqual([id, second.id]);
    expect(findings[0]).toMatchObject({ text: input.text, stance: "improvement", revision: 1, people: 0 });
    const other = await makeTheme(review);
    expect(await listFindings(facilitator, review.id, { themeId: other.id })).toEqual([]);
  });

  test("at the same moment, twice, is stored once", async () => {
    const { review, facilitator, input } = await makeStory();
    const twice = { ...input, text: "Sent by two clicks." };
    const [a, b] = await Promise.all([writeFinding(facilitator, twice), writeFinding(facilitator, twice)]);
    expect(a).toEqual(b);
    expect(await listFindings(facilitator, review.id)).toHaveLength(2);
  });

  test("a theme of another review, or a retired one, is refused", async () => {
    const { facilitator, input, theme } = await makeStory();
    const foreign = await makeTheme(await makeReview());
    await expect(writeFinding(facilitator, { ...input, themeId: foreign.id })).rejects.toMatchObject({
      kind: "not-found",
    });
    await db().theme.update({ where: { id: theme.id }, data: { retiredAt: new Date() } });
    await expect(writeFinding(facilitator, { ...input, text: "New." })).rejects.toThrow(/retired/);
  });
});

describe("editing a finding", () => {
  test("keeps what it was, with who ended it", async () => {
    const { review, theme, facilitator, input, id } = await makeStory();
    const other = await makeTheme(review);
    const colleague = await makeMember(review, "lead");
    const edit = {
      id,
      revision: 1,
      text: "Marks differ.",
      stance: "ask" as const,
      themeId: other.id,
      counterView: "Others say that marking is even.",
      note: "Ask the northern group.",
    };
    await editFinding(colleague, edit);
    expect(await getFinding(facilitator, review.id, id)).toMatchObject({ ...edit, revision: 2 });
    expect(await listFindingRevisions(facilitator, id)).toMatchObject([
      { revision: 1, ...PLAIN, text: input.text, stance: "improvement", themeId: theme.id },
    ]);
    expect((await listFindingRevisions(facilitator, id))[0]?.endedBy).toBe(colleague.name);
  });

  test("the counter-view alone keeps the rest, in a revision; a stale one is refused", async () => {
    const { review, facilitator, input, id } = await makeStory();
    const counterView = "Those who mark say that it is even.";
    await writeCounterView(facilitator, { id, revision: 1, counterView });
    expect(await getFinding(facilitator, review.id, id)).toMatchObject({ text: input.text, counterView });
    await expect(
      writeCounterView(facilitator, { id, revision: 1, counterView: "Another." }),
    ).rejects.toMatchObject({ kind: "stale" });
    await writeCounterView(facilitator, { id, revision: 2, counterView: "" });
    expect(await listFindingRevisions(facilitator, id)).toMatchObject([{ counterView }, PLAIN]);
  });

  test("a stale edit is refused and loses nothing; the same edit sent twice is done once", async () => {
    const { review, facilitator, input, id } = await makeStory();
    const { themeId, stance } = input;
    const edit = { ...PLAIN, id, revision: 1, text: "Marks differ.", stance, themeId };
    await editFinding(facilitator, edit);
    await expect(editFinding(facilitator, edit)).resolves.toEqual({ id });
    const late = { ...edit, text: "Marking differs." };
    await expect(editFinding(facilitator, late)).rejects.toMatchObject({ kind: "stale" });
    expect(await getFinding(facilitator, review.id, id)).toMatchObject({
      text: "Marks differ.",
      revision: 2,
    });
    await expect(editFinding(facilitator, { ...late, revision: 2 })).resolves.toEqual({ id });
    expect(await listFindingRevisions(facilitator, id)).toHaveLength(2);
  });

  test("cannot move it under a theme of another review", async () => {
    const { facilitator, input, id } = await makeStory();
    const foreign = await makeTheme(await makeReview());
    const edit = { ...PLAIN, ...input, id, revision: 1, themeId: foreign.id };
    await expect(editFinding(facilitator, edit)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("withdrawing a finding", () => {
  test("takes it out of every list and keeps its words", async () => {
    const { review, facilitator, input, id } = await makeStory();
    await expect(withdrawFinding(facilitator, { id, revision: 7 })).rejects.toMatchObject({ kind: "stale" });
    expect(await listFindings(facilitator, review.id)).toHaveLength(1);
    await withdrawFinding(facilitator, { id, revision: 1 });
    expect(await listFindings(facilitator, review.id)).toEqual([]);
    await expect(getFinding(facilitator, review.id, id)).rejects.toMatchObject({ kind: "not-found" });
    expect(await db().finding.findUnique({ where: { id } })).toMatchObject({ text: input.text });
    const again = await writeFinding(facilitator, input);
    expect(again.id).not.toBe(id);
  });
});

describe("who may", () => {
  test("reviewers and Fellows, members of another review and strangers may neither read nor write", async () => {
    const { review, facilitator, input, id } = await makeStory();
    const inside = [await makeMember(review, "reviewer"), await makeMember(review, "fellow")];
    const outside = [await makeMember(await makeReview(), "lead"), await makeStranger()];
    const edit = { ...PLAIN, ...input, id, revision: 1, text: "Mine." };
    for (const viewer of [...inside, ...outside]) {
      expect(await listFindings(viewer, review.id)).toEqual([]);
      const notFound = { kind: "not-found" };
      await expect(getFinding(viewer, review.id, id)).rejects.toMatchObject(notFound);
      await expect(editFinding(viewer, edit)).rejects.toMatchObject(notFound);
      await expect(withdrawFinding(viewer, { id, revision: 1 })).rejects.toMatchObject(notFound);
      const kind = inside.includes(viewer) ? "forbidden" : "not-found";
      await expect(writeFinding(viewer, input)).rejects.toMatchObject({ kind });
    }
    await expect(editFinding(facilitator, edit)).resolves.toEqual({ id });
    await expect(withdrawFinding(await makeMember(review, "lead"), { id, revision: 2 })).resolves.toEqual({
      id,
    });
  });
});
