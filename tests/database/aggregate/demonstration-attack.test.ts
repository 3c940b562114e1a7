import { beforeAll, describe, expect, test } from "vitest";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { listReleasedEvidence } from "@/lib/aggregate/publication/queries/released-evidence";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import { groupWords } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { releaseCsv } from "@/lib/aggregate/take-away/release-spreadsheets";
import { viewerOf } from "@/lib/access/viewer";
import { roleGroup } from "@/lib/capture/people/vocabulary";
import type { Viewer } from "@/lib/access/policy";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { seededRandom } from "@/lib/platform/random";
import { seedDemonstration } from "@/prisma/seed";
import { attack, type Breach } from "@/tests/disclosure/attacker/attack";
import { readDownload, type DownloadedRelease } from "@/tests/disclosure/downloaded-pages";
import type { Person, ReleaseFacts } from "@/tests/disclosure/history";
import { changedAtMost } from "@/tests/disclosure/statements";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeRoundtable,
  makeTagging,
} from "@/tests/support/worlds/factories";

openTestDatabase();

const ATTRIBUTES = ["Role group", "Phase", "Type of school", "Region"] as const;
const COLUMN = {
  "Role group": "role",
  Phase: "phase",
  "Type of school": "setting",
  Region: "region",
} as const;
const THRESHOLD = 5;

/** The attacker knows one attribute of everybody at a time, or none. */
const GROUPINGS = ["none", ...ATTRIBUTES] as const;
/** Every theme with every attribute takes over a minute: EVERY_GROUPING=yes does that, else each theme has one in turn. */
const EVERY_GROUPING = process.env.EVERY_GROUPING === "yes";

type Released = {
  facts: Omit<ReleaseFacts, "findings">;
  pages: DownloadedRelease;
  people: Map<string, Said>;
};
/** What a person said at each roundtable, by theme, as bits of STANCE_ORDER; their groups; sides of findings. */
type Said = { at: Map<number, Map<string, number>>; groups: Map<string, string>; sides: string[] };

/**
 * The demonstration's own history, as it attacked itself before: its release, one after an erasure, and one after another
 * roundtable. A reviewer has the downloads and nothing else; what the people said is known to the test alone, which says
 * which counts are small and where to begin to look for other reviews with the same downloads.
 */
describe("the demonstration's releases, attacked together", () => {
  let reviewer: Viewer;
  let reviewId: string;
  let themes: { id: string; title: string }[];
  const released: Released[] = [];

  beforeAll(async () => {
    await seedDemonstration();
    const review = await db().review.findUniqueOrThrow({ where: { slug: "npq" } });
    reviewId = review.id;
    const wording = await db().permissionWording.findFirstOrThrow({ where: { reviewId } });
    const lead = await memberWith("lead");
    reviewer = await memberWith("reviewer");
    themes = await db().theme.findMany({ where: { reviewId }, select: { id: true, title: true } });
    released.push(await readRelease(1, {}));

    // Somebody who spoke to many themes is erased; figures that one person changed are not counted again.
    const personId = await speakerOfMost();
    await erasePerson(lead, { personId });
    await releaseFigures(lead, { reviewId });
    released.push({ ...(await readRelease(2, {})), people: released[0]?.people ?? new Map<string, Said>() });

    const place = await makeRoundtable(review, { state: "closed" });
    const random = seededRandom(29);
    for (let one = 0; one < 13; one++) {
      const participant = await makeParticipant({ ...review, wordingId: wording.id }, place, {
        attributes: { role: one < 7 ? "headteacher" : "classroom teacher" },
      });
      for (const theme of themes) {
        if (random() > 0.35) continue;
        const stance = STANCE_ORDER[Math.floor(random() * STANCE_ORDER.length)] ?? "ask";
        await makeTagging(await makeContribution(place, { participant }), theme, stance);
      }
    }
    await releaseFigures(lead, { reviewId });
    const erasedAt: Record<number, number> = {};
    for (const roundtable of await placesOf(personId)) erasedAt[roundtable] = changedAtMost(1, 20, THRESHOLD);
    released.push(await readRelease(3, erasedAt));
  }, 300_000);

  test("took the roundtable in, and left the figures alone when one person was erased", async () => {
    expect(released.map(({ facts }) => facts.roundtables.length)).toEqual([2, 2, 3]);
    const [one, two] = await Promise.all([1, 2].map((number) => getRelease(reviewer, reviewId, number)));
    expect(two?.tables).toEqual(one?.tables);
  });

  test("tell no small count of any theme, with any groups", { timeout: 1_200_000 }, () => {
    const breaches: (Breach & { theme: string; by: string })[] = [];
    let targets = 0;
    for (const [at, { id, title }] of themes.entries())
      for (const [choice, by] of GROUPINGS.entries()) {
        if (!EVERY_GROUPING && choice !== at % GROUPINGS.length) continue;
        const { releases, people } = asPublished(id, title, by);
        const found = attack({ threshold: THRESHOLD, releases }, { threshold: THRESHOLD, releases, people });
        targets += found.targets;
        breaches.push(...found.breaches.map((breach) => ({ theme: title, by, ...breach })));
      }
    expect(targets).toBeGreaterThan(themes.length);
    expect(breaches).toEqual([]);
  });

  test("list words only under themes and findings that enough people raised", async () => {
    for (const [at, { pages }] of released.entries())
      for (const { id: themeId, title } of themes) {
        const raised = pages.statements(title).find(({ place }) => place === "review");
        const { total } = await listReleasedEvidence(reviewer, { reviewId, releaseNumber: at + 1, themeId });
        if (!raised || ["none", "a few"].includes(raised.says)) expect([title, total]).toEqual([title, 0]);
      }
  });

  async function memberWith(role: "lead" | "reviewer"): Promise<Viewer> {
    const { userId } = await db().membership.findFirstOrThrow({ where: { reviewId, role } });
    const viewer = await viewerOf(userId);
    if (!viewer) throw new Error("The member is no viewer.");
    return viewer;
  }

  /** The release as a reviewer downloads it, and the people who are counted in it. */
  async function readRelease(number: number, changed: ReleaseFacts["changed"]): Promise<Released> {
    const [release, covered] = await Promise.all([
      getRelease(reviewer, reviewId, number),
      db().releaseRoundtable.findMany({
        where: { release: { reviewId, number } },
        select: { roundtableId: true },
      }),
    ]);
    const places = await roundtablesOfReview();
    const findings = await db().finding.findMany({ where: { reviewId }, orderBy: { id: "asc" } });
    const about = { review: "NPQ review", release: number, releasedOn: "", link: "" };
    const pages = readDownload(releaseCsv(release, about), {
      roundtables: places.map(({ title }) => title),
      findings: findings.map(({ text }) => text),
    });
    const ids = covered.map(({ roundtableId }) => roundtableId);
    const roundtables = places.flatMap(({ id }, at) => (ids.includes(id) ? [at] : []));
    return { facts: { roundtables, changed }, pages, people: await peopleOf(ids, places, findings) };
  }

  function asPublished(themeId: string, title: string, by: string) {
    const releases = released.map(({ facts, pages }) => {
      const statements = [...pages.statements(title), ...(by === "none" ? [] : pages.groups(title, by))];
      const present = statements.find(({ place }) => place === "review")?.present ?? 0;
      return { ...facts, findings: pages.sides(title), present, statements, told: [] };
    });
    const ids = new Set(released.flatMap(({ people }) => [...people.keys()]));
    const people = [...ids].map((id): Person => {
      const known = released.flatMap((release) => release.people.get(id) ?? []);
      const places = new Set(known.flatMap(({ at }) => [...at.keys()]));
      return {
        group: known[0]?.groups.get(by) ?? "",
        findings: known[0]?.sides ?? [],
        attendances: [...places].map((roundtable) => ({
          roundtable,
          stances: released.map((release) => release.people.get(id)?.at.get(roundtable)?.get(themeId) ?? 0),
        })),
      };
    });
    return { releases, people };
  }

  function roundtablesOfReview() {
    return db().roundtable.findMany({ where: { reviewId }, orderBy: { createdAt: "asc" } });
  }

  async function placesOf(personId: string): Promise<number[]> {
    const there = await db().participant.findMany({ where: { personId, present: true } });
    const places = await roundtablesOfReview();
    return there.map(({ roundtableId }) => places.findIndex(({ id }) => id === roundtableId));
  }

  async function speakerOfMost(): Promise<string> {
    const [row] = await db().$queryRaw<{ personId: string }[]>`
      SELECT l.person_id AS "personId"
      FROM counted_contribution l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      JOIN release_roundtable r ON r.roundtable_id = l.roundtable_id
      WHERE l.review_id = ${reviewId}::uuid
      GROUP BY 1 ORDER BY count(DISTINCT t.theme_id) DESC, 1 LIMIT 1`;
    return row?.personId ?? "";
  }

  async function peopleOf(
    covered: readonly string[],
    places: readonly { id: string }[],
    findings: readonly { id: string }[],
  ): Promise<Map<string, Said>> {
    const participants = await db().participant.findMany({
      where: { reviewId, present: true, host: false },
      orderBy: { roundtable: { heldOn: "asc" } },
      include: { attributes: { where: { until: null } } },
    });
    const people = new Map<string, Said>();
    for (const { personId, roundtableId, attributes } of participants) {
      const person = people.get(personId) ?? { at: new Map(), groups: new Map(), sides: [] };
      person.at.set(
        places.findIndex(({ id }) => id === roundtableId),
        new Map(),
      );
      // A release describes a person by the last of its own roundtables.
      for (const name of covered.includes(roundtableId) ? ATTRIBUTES : []) {
        const value = attributes.find(({ attribute }) => attribute === COLUMN[name])?.value;
        const group = value !== undefined && name === "Role group" ? roleGroup(value) : value;
        person.groups.set(name, group === undefined ? "others" : groupWords(group));
      }
      people.set(personId, person);
    }
    const said = await db().$queryRaw<{ person: string; roundtable: string; theme: string; bits: number }[]>`
      SELECT l.person_id AS person, l.roundtable_id AS roundtable, t.theme_id AS theme,
        bit_or(1 << (array_position(${[...STANCE_ORDER]}, t.stance::text) - 1))::int AS bits
      FROM counted_contribution l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.review_id = ${reviewId}::uuid GROUP BY 1, 2, 3`;
    for (const { person, roundtable, theme, bits } of said) {
      const place = places.findIndex(({ id }) => id === roundtable);
      people.get(person)?.at.get(place)?.set(theme, bits);
    }
    const evidence = await db().$queryRaw<{ person: string; finding: string; bearing: string }[]>`
      SELECT DISTINCT l.person_id AS person, e.finding_id AS finding, e.bearing::text AS bearing
      FROM finding_evidence e JOIN counted_contribution l ON l.contribution_id = e.contribution_id
      WHERE l.review_id = ${reviewId}::uuid AND e.until_at IS NULL AND e.bearing <> 'qualifies'`;
    for (const { person, finding, bearing } of evidence) {
      const number = findings.findIndex(({ id }) => id === finding);
      people.get(person)?.sides.push(`${number} ${bearing === "supports" ? "for" : "against"}`);
    }
    return people;
  }
});
