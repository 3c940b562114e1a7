import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import type { Bearing } from "@/lib/synthesise/finding/bearing";
import { attachEvidence, attachContributions } from "@/lib/synthesise/finding/commands/attach-evidence";
import { detachEvidence } from "@/lib/synthesise/finding/commands/detach-evidence";
import { findingInList } from "@/lib/synthesise/finding/finding";
import { getFinding } from "@/lib/synthesise/finding/queries/findings";
import { listFindingsInShort } from "@/lib/synthesise/finding/queries/findings-in-short";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeOutsiders,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeStory() {
  const { review, facilitator, roundtable, theme } = await makeScene({
    members: ["facilitator"],
    roundtable: {},
    theme: {},
  });
  const finding = await makeFinding(theme, []);
  const attach = (contribution: { id: string }, bearing: Bearing = "supports") =>
    attachEvidence(facilitator, { findingId: finding.id, contributionId: contribution.id, bearing });
  /** The finding, of which lists tell the same. */
  const read = async () => {
    const whole = await getFinding(facilitator, review.id, finding.id);
    for (const asked of [{}, { most: 1 }]) {
      const [short] = await listFindingsInShort(facilitator, review.id, asked);
      expect(whole).toMatchObject(short ?? {});
      expect(short && findingInList(short)).toEqual(findingInList(whole));
    }
    return whole;
  };
  const speaker = (over: Parameters<typeof makeParticipant>[2] = {}) =>
    makeParticipant(review, roundtable, over);
  return { review, roundtable, finding, facilitator, attach, read, speaker };
}

describe("attaching a contribution", () => {
  test("twice is stored once, and contradiction is allowed", async () => {
    const { roundtable, attach, read, speaker } = await makeStory();
    const [yes, no] = [
      await makeContribution(roundtable, { participant: await speaker() }),
      await makeContribution(roundtable, { participant: await speaker() }),
    ];
    expect(await attach(yes)).toEqual({ created: true });
    expect(await attach(yes)).toEqual({ created: false });
    await attach(no, "contradicts");
    expect(await read()).toMatchObject({
      supports: [yes.id],
      contradicts: [no.id],
      people: 1,
      contradictingPeople: 1,
    });
  });

  test("with the other bearing, off, and on again: every row is kept, closed and not changed", async () => {
    const { roundtable, finding, facilitator, attach, read } = await makeStory();
    const contribution = await makeContribution(roundtable);
    await attach(contribution);
    await attach(contribution, "contradicts");
    expect(await read()).toMatchObject({ supports: [], contradicts: [contribution.id] });
    const detach = { findingId: finding.id, contributionId: contribution.id };
    await detachEvidence(facilitator, detach);
    await detachEvidence(facilitator, detach);
    expect(await read()).toMatchObject({ supports: [], contradicts: [] });
    await attach(contribution);
    const rows = await db().findingEvidence.findMany({
      where: { findingId: finding.id },
      orderBy: { from: "asc" },
      select: { bearing: true, until: true },
    });
    expect(rows).toEqual([
      { bearing: "supports", until: expect.any(Date) },
      { bearing: "contradicts", until: expect.any(Date) },
      { bearing: "supports", until: null },
    ]);
  });

  test("whose stance the coder inferred is told apart", async () => {
    const { finding, roundtable, attach, read, speaker } = await makeStory();
    const put = await makeContribution(roundtable, { participant: await speaker() });
    const guessed = await makeContribution(roundtable, { participant: await speaker() });
    for (const one of [put, guessed]) {
      const { id } = await makeTagging(one, { id: finding.themeId }, "ask");
      await db().tagging.update({ where: { id }, data: { explicit: one === put } });
      await attach(one);
    }
    expect(await read()).toMatchObject({ people: 2, inferredPeople: 1, contradictingInferredPeople: 0 });
  });

  test("that qualifies it counts apart from those for and against", async () => {
    const { roundtable, attach, read, speaker } = await makeStory();
    const some = await makeContribution(roundtable, { participant: await speaker() });
    await attach(some, "qualifies");
    expect(await read()).toMatchObject({
      supports: [],
      contradicts: [],
      qualifies: [some.id],
      people: 0,
      qualifyingPeople: 1,
    });
  });

  test("several at once are attached together or not at all", async () => {
    const { roundtable, finding, facilitator, read } = await makeStory();
    const [a, b, host] = [
      await makeContribution(roundtable),
      await makeContribution(roundtable),
      await makeContribution(roundtable, { source: "host" }),
    ];
    const contributions = [a, b].map(({ id }) => ({ contributionId: id, bearing: "supports" as const }));
    const withHost = [...contributions, { contributionId: host.id, bearing: "supports" as const }];
    await expect(
      attachContributions(facilitator, { findingId: finding.id, contributions: withHost }),
    ).rejects.toThrow(/Hosts/);
    expect(await read()).toMatchObject({ supports: [] });
    expect(await attachContributions(facilitator, { findingId: finding.id, contributions })).toMatchObject({
      attached: 2,
    });
    expect(await read()).toMatchObject({ supports: [a.id, b.id], people: 0, contributionsWithoutPerson: 2 });
  });
});

describe("what cannot be evidence", () => {
  test("hosts' contributions, notes, struck-out and erased contributions", async () => {
    const { roundtable, attach, speaker } = await makeStory();
    const host = await speaker({ host: true });
    const struck = await makeContribution(roundtable);
    await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
    const erased = await makeContribution(roundtable);
    await db().contribution.update({
      where: { id: erased.id },
      data: { erasedAt: new Date(), text: "", salt: null },
    });
    await expect(
      attach(await makeContribution(roundtable, { source: "host", participant: host })),
    ).rejects.toThrow(/Hosts/);
    await expect(attach(await makeContribution(roundtable, { participant: host }))).rejects.toThrow(/Hosts/);
    await expect(attach(await makeContribution(roundtable, { source: "note" }))).rejects.toThrow(/own note/);
    await expect(attach(struck)).rejects.toThrow(/struck out/);
    await expect(attach(erased)).rejects.toThrow(/were removed/);
    await expect(attach(await makeContribution(roundtable, { source: "group" }))).resolves.toEqual({
      created: true,
    });
  });

  test("a contribution of another review, and an id that does not exist", async () => {
    const { attach } = await makeStory();
    const foreign = await makeContribution(await makeRoundtable(await makeReview()));
    await expect(attach(foreign)).rejects.toMatchObject({ kind: "not-found" });
    await expect(attach({ id: randomUUID() })).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("people behind a finding", () => {
  test("are counted once over several contributions and roundtables", async () => {
    const { review, roundtable, attach, read, speaker } = await makeStory();
    const second = await makeRoundtable(review);
    const here = await speaker();
    const there = await makeParticipant(review, second, { personId: here.personId });
    const contributions = [
      await makeContribution(roundtable, { participant: here }),
      await makeContribution(roundtable, { participant: here }),
      await makeContribution(second, { participant: there }),
      await makeContribution(roundtable, { participant: await speaker() }),
    ];
    for (const contribution of contributions) await attach(contribution);
    expect(await read()).toMatchObject({ people: 2, roundtables: 2, contributionsWithoutPerson: 0 });
  });

  test("leave out those not present, hosts, and people who were erased or whose contribution was struck since", async () => {
    const { roundtable, attach, read, speaker } = await makeStory();
    const [stays, absent, becomesHost, erased, struck] = [
      await speaker(),
      await speaker({ present: false }),
      await speaker(),
      await speaker(),
      await speaker(),
    ];
    for (const participant of [stays, absent, becomesHost, erased])
      await attach(await makeContribution(roundtable, { participant }));
    const contribution = await makeContribution(roundtable, { participant: struck });
    await attach(contribution);
    expect(await read()).toMatchObject({ people: 4 });
    await db().participant.update({ where: { id: becomesHost.id }, data: { host: true } });
    await db().person.update({ where: { id: erased.personId }, data: { erasedAt: new Date() } });
    await db().contribution.update({ where: { id: contribution.id }, data: { struckAt: new Date() } });
    expect(await read()).toMatchObject({ people: 1, lost: 1 });
    expect((await read()).supports).not.toContain(contribution.id);
  });
});

describe("who may", () => {
  test("facilitators attach and detach; reviewers, Fellows and outsiders find no finding", async () => {
    const { review, roundtable, finding, attach, facilitator } = await makeStory();
    const contribution = await makeContribution(roundtable);
    const ids = { findingId: finding.id, contributionId: contribution.id };
    const refused = await makeOutsiders(review);
    for (const viewer of refused) {
      const notFound = { kind: "not-found" };
      await expect(attachEvidence(viewer, { ...ids, bearing: "supports" })).rejects.toMatchObject(notFound);
      await expect(detachEvidence(viewer, ids)).rejects.toMatchObject(notFound);
    }
    await expect(attach(contribution)).resolves.toEqual({ created: true });
    await expect(detachEvidence(facilitator, ids)).resolves.toEqual({ findingId: finding.id });
  });
});
