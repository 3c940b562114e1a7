import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { forgetConfidence, setConfidence } from "@/lib/synthesise/confidence/commands/set-confidence";
import { decidedConfidence, findingFacts } from "@/lib/synthesise/confidence/queries/finding-facts";
import { getFinding } from "@/lib/synthesise/finding/queries/findings";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeFinding, makeParticipant } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

test("the facts count people once, those present who are missing, and the roundtables at which people spoke", async () => {
  const { review, facilitator, roundtable, theme, participants, contributions } = await makeScene({
    members: ["facilitator"],
    participants: [
      { attributes: { role: "SENCO", phase: "Primary" } },
      { attributes: { role: "headteacher", phase: "Primary" } },
      { attributes: { role: "governor or trustee" } },
      { attributes: { role: "middle leader" }, present: false },
      { attributes: { role: "NPQ facilitator" }, host: true },
    ],
    contributions: 3,
    theme: {},
  });
  const [first, second] = contributions;
  const [speaker] = participants;
  const again = await makeContribution(roundtable, { participant: speaker });
  const unknown = await makeContribution(roundtable);
  const finding = await makeFinding(theme, [first, again, unknown], { contradicts: [second] });
  const read = async () =>
    findingFacts(facilitator, review.id, await getFinding(facilitator, review.id, finding.id));
  expect(await read()).toEqual({
    people: 1,
    contradictingPeople: 1,
    inferredPeople: 0,
    contradictingInferredPeople: 0,
    speakers: 2,
    divided: 1,
    roundtables: 1,
    allRoundtables: 1,
    missing: [{ attribute: "role", value: "governor or trustee", people: 1 }],
    supporting: 3,
    withoutPerson: 1,
    hasCounterView: false,
  });
  const elsewhere = await makeParticipant(review, roundtable, { attributes: { phase: "Secondary" } });
  await db().participant.update({ where: { id: elsewhere.id }, data: { present: false } });
  expect((await read()).missing).toHaveLength(1);
});

test("a decision stands with its reason until it is changed or taken back, and each is kept", async () => {
  const { review, facilitator, reviewer, theme } = await makeScene({
    members: ["facilitator", "reviewer"],
    theme: {},
  });
  const { id: findingId } = await makeFinding(theme, []);
  expect(await decidedConfidence(facilitator, findingId)).toBeNull();
  await setConfidence(facilitator, { findingId, level: "low", reason: "Few were asked." });
  await setConfidence(facilitator, { findingId, level: "low", reason: "Few were asked." });
  expect(await decidedConfidence(facilitator, findingId)).toMatchObject({
    level: "low",
    reason: "Few were asked.",
    by: facilitator.name,
  });
  expect(await decidedConfidence(reviewer, findingId)).toBeNull();
  const facts = getFinding(facilitator, review.id, findingId).then((finding) =>
    findingFacts(reviewer, review.id, finding),
  );
  await expect(facts).rejects.toMatchObject({ kind: "forbidden" });
  await setConfidence(facilitator, { findingId, level: "high", reason: "They were asked since." });
  await forgetConfidence(facilitator, { findingId });
  await forgetConfidence(facilitator, { findingId });
  expect(await decidedConfidence(facilitator, findingId)).toBeNull();
  expect(await db().findingConfidence.count({ where: { findingId, until: { not: null } } })).toBe(2);
});
