import { beforeAll, describe, expect, test } from "vitest";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { setHold } from "@/lib/capture/protection/commands/set-hold";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { verifyRecord } from "@/lib/capture/contribution/queries/record";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { db } from "@/lib/platform/db";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { registerStages } from "@/register-stages";
import { judge, plan } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeFinding } from "@/tests/support/worlds/factories";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();
beforeAll(() => registerStages());

const NAME = "Isolde Quendlemarsh";

describe("what other people said", () => {
  const OTHERS = `I agree with ${NAME} that the wallaby tutors were worth every hour`;
  const textOf = async (id: string) => (await db().contribution.findUniqueOrThrow({ where: { id } })).text;

  async function makeRoom() {
    const scene = await makeScene({
      members: ["lead"],
      roundtable: { state: "read_back" },
      participants: [{ name: NAME }, {}],
      contributions: [{ text: "My potoroo mentor rang every single week" }, { text: OTHERS, verbatim: true }],
      theme: {},
    });
    const [, other] = scene.contributions;
    const words = "wallaby tutors";
    const start = OTHERS.indexOf(words);
    await setTagging(scene.lead, {
      contributionId: other.id,
      themeId: scene.theme.id,
      spanStart: start,
      spanEnd: start + words.length,
    });
    return { ...scene, other, personId: scene.participants[0].personId };
  }

  test("loses a name in a closed record too, which still verifies, and keeps its themes on the same words", async () => {
    const { lead, roundtable, other, personId } = await makeRoom();
    const { revision } = await db().roundtable.findUniqueOrThrow({ where: { id: roundtable.id } });
    await changeRoundtableState(lead, { id: roundtable.id, revision, to: "closed" });
    await erasePerson(lead, { personId });
    const text = await textOf(other.id);
    expect(text).toBe("I agree with [name removed] that the wallaby tutors were worth every hour");
    const tagging = await db().tagging.findFirstOrThrow({ where: { contributionId: other.id, until: null } });
    expect(text.slice(tagging.spanStart ?? 0, tagging.spanEnd ?? 0)).toBe("wallaby tutors");
    expect(await verifyRecord(lead, roundtable.id)).toMatchObject({ verified: true, erased: 2 });
    expect(await db().clearance.count({ where: { contributionId: other.id, until: null } })).toBe(0);
    await expect(
      db().contribution.update({ where: { id: other.id }, data: { text: "Something else" } }),
    ).rejects.toThrow(/frozen/);
  });

  test("stays where a hold keeps it, when somebody else’s data is deleted", async () => {
    const { review, lead, other, participants } = await makeRoom();
    await setHold(lead, { reviewId: review.id, personId: participants[1].personId, reason: "A complaint" });
    await applyRetention(new Date("2027-04-20T06:00:00Z"));
    await applyRetention(new Date("2027-05-20T06:00:00Z"));
    expect(await textOf(other.id)).toBe(OTHERS);
    expect(await placesOf("potoroo")).toEqual([]);
  });

  test("makes a short phrase nobody’s, so that a finding keeps it", async () => {
    const { lead, theme, personId, roundtable, participants } = await makeRoom();
    const shared = "supply cover eats the whole budget";
    for (const participant of participants) await makeContribution(roundtable, { participant, text: shared });
    const finding = await makeFinding(theme, [], { text: "In short, supply cover eats the whole budget." });
    const own = await makeFinding(theme, [], { text: "One potoroo mentor rang every single week." });
    const { traces } = await previewErasure(lead, personId);
    expect(traces.map(({ owner }) => owner)).not.toContain(finding.id);
    await erasePerson(lead, { personId });
    const textIn = async (id: string) => (await db().finding.findUniqueOrThrow({ where: { id } })).text;
    expect(await textIn(finding.id)).toBe("In short, supply cover eats the whole budget.");
    expect(await textIn(own.id)).toBe("One [removed at the speaker’s request].");
  });
});

describe("the person who erases", () => {
  test("is asked about a first name, and leaves it unless they choose otherwise", async () => {
    const { review, lead, participant, theme } = await makeScene({
      members: ["lead"],
      participant: { name: NAME },
      theme: {},
    });
    const { id } = await makeFinding(theme, [], { text: "Isolde is a play by Quendlemarsh." });
    const { traces } = await previewErasure(lead, participant.personId);
    const mine = traces.filter(({ owner }) => owner === id);
    expect(mine.map(({ words, proposed, page }) => [words, proposed, page])).toEqual([
      ["Isolde", false, `findings/${id}`],
      ["Quendlemarsh", true, `findings/${id}`],
    ]);
    // Names were shown.
    expect(await db().auditEntry.count({ where: { reviewId: review.id, action: "identity.read" } })).toBe(1);
    const shown = mine.map(({ key }) => key);
    await erasePerson(lead, { personId: participant.personId, shown, masked: shown.slice(0, 1) });
    const { text } = await db().finding.findUniqueOrThrow({ where: { id } });
    expect(text).toBe("[name removed] is a play by Quendlemarsh.");
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { reviewId: review.id, action: "person.erase" },
    });
    expect(entry.detail).toMatchObject({ masked: 1, left: [`finding.text ${id}`] });
    await db().finding.update({ where: { id }, data: { text: "No name." } });
  });

  test("sees of a memo in an unfinished blind round only what was found", async () => {
    const { lead, facilitator, roundtable, participants, contributions, theme } = await makeScene({
      members: ["lead", "facilitator"],
      roundtable: { state: "read_back" },
      participants: [{ name: NAME }, {}],
      contributions: 2,
      theme: {},
    });
    const round = await plan(lead, {
      reviewId: theme.reviewId,
      roundtableIds: [roundtable.id],
      themeIds: [theme.id],
      coderIds: [lead.userId, facilitator.userId],
      size: 2,
      stratifyBy: null,
    });
    await judge(facilitator, round.id, contributions[1].id, [], `Surely an ask, as ${NAME} put it.`);
    const { traces } = await previewErasure(lead, participants[0].personId);
    expect(traces.filter(({ what }) => what === "A memo")).toMatchObject([
      { words: NAME, before: "", after: "" },
    ]);
    await erasePerson(lead, { personId: participants[0].personId });
    expect(await db().memo.findMany({ where: { reviewId: theme.reviewId } })).toMatchObject([
      { text: "Surely an ask, as [name removed] put it." },
    ]);
  });
});
