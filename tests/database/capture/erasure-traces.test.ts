import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { typedColumns } from "@/lib/capture/protection/queries/search-text";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import { db } from "@/lib/platform/db";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeParticipant, type TestRoundtable } from "@/tests/support/worlds/factories";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";
import { TYPING, type Desk } from "@/tests/support/typed-text";

openTestDatabase();
beforeAll(() => registerStages());

const NAME = "Isolde Quendlemarsh";
const ORGANISATION = "Fennimore Vale Academy";
const ADDRESS = "iq@vale.example";

/** What somebody said, and what somebody else made of it; the first word is looked for afterwards. */
const COPIES = {
  wombat: {
    said: "My wombat assessor never once opened the portfolio that I had sent in.",
    copied: "My wombat assessor never once opened the portfolio that I had sent in.",
  },
  quokka: {
    said: "After half term the quokka timetable clashed with moderation week, and nobody warned anyone.",
    copied: "One says quokka timetable clashed with, or similar.",
  },
  numbat: {
    said: "The numbat mentor cancelled three evening sessions before Christmas.",
    copied: "Before Christmas, evening sessions were cancelled: three of them, by the mentor, a numbat.",
  },
  bilby: {
    said: "Our bilby governors refused paying supply cover twice in spring.",
    copied: "Our bilby governors declined paying supply cover twice in spring.",
  },
};
const SOUGHT = [...Object.keys(COPIES), "Quendlemarsh", "Fennimore", "iq@vale"];
const TYPED = [
  ...Object.values(COPIES).map(({ copied }) => copied),
  `Told by ${NAME} (${ADDRESS}) of ${ORGANISATION}.`,
].join(" ");
/** Shares everyday words with all of them, and no more. */
const INNOCENT =
  "A thylacine said: our mentor was in time, the portfolio that I had was opened, and the sessions were in spring.";

let desk: Desk;
let roundtable: TestRoundtable;
let personId: string;
let owners: Map<string, string>;

/** A person, and their words, name and address typed wherever somebody can type. */
async function makeStory() {
  const scene = await makeScene({ members: ["lead"], roundtable: { state: "read_back" } });
  ({ roundtable } = scene);
  desk = { review: scene.review, lead: scene.lead };
  const participant = await makeParticipant(scene.review, roundtable, { name: NAME });
  ({ personId } = participant);
  await db().identity.update({ where: { personId }, data: { organisation: ORGANISATION, email: ADDRESS } });
  for (const { said } of Object.values(COPIES))
    await makeContribution(roundtable, { participant, text: said, verbatim: true });
  owners = new Map();
  for (const [place, type] of Object.entries(TYPING)) {
    owners.set(place, await type(desk, TYPED));
    await type(desk, INNOCENT);
  }
  // The others stay when this roundtable's data is no longer kept.
  await db().roundtable.updateMany({
    where: { reviewId: desk.review.id, id: { not: roundtable.id } },
    data: { heldOn: new Date("2026-05-14") },
  });
}

/** A slug has hyphens where a title has spaces. */
const spaced = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, " ");
const left = async () => {
  const places = [];
  for (const word of SOUGHT) for (const place of await placesOf(word)) places.push(`${word}: ${place}`);
  return places;
};
const innocent = async () => (await placesOf("thylacine")).sort();

describe("what other people typed", () => {
  beforeEach(makeStory);

  test("is named by the preview place by place, and holds nothing of somebody who is erased", async () => {
    const { traces, moreTraces } = await previewErasure(desk.lead, personId);
    expect(moreTraces).toBe(0);
    const missing = [];
    for (const { table, name, what } of await typedColumns(db())) {
      const place = `${table}.${name}`;
      const there = traces.filter(
        (one) => one.what === what && one.owner === owners.get(place) && one.proposed,
      );
      const words = there.map((trace) => spaced(trace.words)).join(" ");
      for (const word of SOUGHT) if (!words.includes(spaced(word))) missing.push(`${word}: ${place}`);
    }
    expect(missing).toEqual([]);
    expect(
      traces.filter(({ before, words, after }) => `${before}${words}${after}`.includes("thylacine")),
    ).toEqual([]);

    const others = await innocent();
    expect(others.length).toBeGreaterThan(50);
    await erasePerson(desk.lead, { personId });
    expect(await left()).toEqual([]);
    expect(await innocent()).toEqual(others);
  });

  test("holds nothing of words and people that are no longer kept", async () => {
    const others = await innocent();
    await setRetention(desk.lead, { reviewId: desk.review.id, months: 6 });
    await applyRetention(new Date("2025-10-20T06:00:00Z"));
    expect((await left()).length).toBeGreaterThan(200);
    await applyRetention(new Date("2025-11-20T06:00:00Z"));
    expect(await left()).toEqual([]);
    expect(await innocent()).toEqual(others);
    // Nobody asked for it.
    const finding = await db().finding.findUniqueOrThrow({ where: { id: owners.get("finding.text") ?? "" } });
    expect(finding.text).toMatch(
      /^\[removed: no longer kept\]. One says \[removed: no longer kept\], or similar\./,
    );
  });
});
