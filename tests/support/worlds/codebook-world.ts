import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { seededRandom } from "@/lib/platform/random";
import { makeFinding, makeUser } from "./factories";
import { makeScene } from "./scene";

/**
 * Three themes, some contributions, three people who code and one method, and rounds that are settled, open
 * and abandoned.
 */
export async function makeCodebookWorld() {
  const { review, lead, roundtable, contributions } = await makeScene({
    members: ["lead"],
    contributions: 3,
  });
  const addTitled = async (title: string) => {
    const texts = {
      title,
      definition: `${title} of it.`,
      includes: "This.",
      excludes: "That.",
      signalWords: "",
    };
    const { id } = await addTheme(lead, { reviewId: review.id, axis: "theme", ...texts });
    return { id, reviewId: review.id };
  };
  const [a, b, c] = [await addTitled("Aims"), await addTitled("Budgets"), await addTitled("Cover")];
  const coders = [await makeCoder(), await makeCoder(), await makeCoder()] as const;
  const method = await db().coder.create({ data: { method: `words ${review.slug}`, methodVersion: "1" } });
  const at = new Date();
  const inReview = { reviewId: review.id, seed: 1, sampling: {}, createdById: lead.userId };
  const round = await db().codingRound.create({
    data: { ...inReview, number: 1, title: "First", state: "settled", codedAt: at, settledAt: at },
  });
  const abandoned = await db().codingRound.create({
    data: { ...inReview, number: 2, title: "Second", state: "abandoned" },
  });
  return {
    review,
    lead,
    roundtable,
    round,
    abandoned,
    a,
    b,
    c,
    methodId: method.id,
    contributions,
    coders,
  };
}

export type CodebookWorld = Awaited<ReturnType<typeof makeCodebookWorld>>;

async function makeCoder(): Promise<string> {
  const coder = await db().coder.create({ data: { userId: (await makeUser()).id } });
  return coder.id;
}

/** Taggings, decisions, examples and findings on the themes, as the seed has it. */
export async function randomCoding(world: CodebookWorld, seed: number): Promise<void> {
  const { review, lead, a, b, c, contributions, coders, methodId, round, abandoned } = world;
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error("There is nothing to pick from.");
    return one;
  };
  const reviewId = review.id;
  const themes = [a, b, b, a, c];
  await db().tagging.createMany({
    data: Array.from({ length: 40 }, () => {
      const [spanStart, spanEnd] = pick([
        [null, null],
        [null, null],
        [0, 4],
        [2, 6],
      ] as const);
      return {
        reviewId,
        contributionId: pick(contributions).id,
        themeId: pick(themes).id,
        spanStart,
        spanEnd,
        coderId: pick([...coders, ...coders, methodId]),
        stance: pick(STANCE_ORDER),
        codingRoundId: pick([null, null, round.id, abandoned.id]),
        themeRevision: 1,
      };
    }),
    skipDuplicates: true,
  });
  await db().adjudication.createMany({
    data: Array.from({ length: 4 }, () => ({
      reviewId,
      codingRoundId: round.id,
      reason: "Read together.",
      byId: lead.userId,
      contributionId: pick(contributions).id,
      themeId: pick(themes).id,
      stances: STANCE_ORDER.filter(() => random() < 0.3),
    })),
    skipDuplicates: true,
  });
  await db().themeExample.createMany({
    data: Array.from({ length: 4 }, () => ({
      reviewId,
      contributionId: pick(contributions).id,
      themeId: pick(themes).id,
      byId: lead.userId,
      belongs: random() < 0.5,
    })),
    skipDuplicates: true,
  });
  for (const theme of [a, b, a]) await makeFinding(theme, [pick(contributions)]);
}

/** Contribution and stance, for everything settled under the theme. */
export async function settledUnder(themeId: string): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ contribution: string; stance: Stance }[]>`
    SELECT DISTINCT contribution_id AS contribution, stance FROM settled_tagging WHERE theme_id = ${themeId}::uuid`;
  return new Set(rows.map(({ contribution, stance }) => `${contribution} ${stance}`));
}

export function openTaggings(themeId: string) {
  return db().tagging.findMany({
    where: { themeId, until: null },
    orderBy: [
      ...([{ contributionId: "asc" }, { coderId: "asc" }, { stance: "asc" }, { spanStart: "asc" }] as const),
      ...([{ spanEnd: "asc" }, { codingRoundId: "asc" }] as const),
    ],
    select: {
      contributionId: true,
      coderId: true,
      stance: true,
      spanStart: true,
      spanEnd: true,
      codingRoundId: true,
      themeRevision: true,
    },
  });
}

/** Everything that a change of the codebook's structure may affect, as it is now. */
export async function snapshot(reviewId: string) {
  const themes = await db().theme.findMany({
    where: { reviewId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      retiredAt: true,
      definition: true,
      includes: true,
      excludes: true,
      signalWords: true,
      placements: { where: { until: null }, select: { parentId: true, position: true } },
      findings: { where: { withdrawnAt: null }, orderBy: { id: "asc" }, select: { id: true } },
      examples: {
        where: { until: null },
        orderBy: { contributionId: "asc" },
        select: { contributionId: true, belongs: true },
      },
      adjudications: {
        where: { until: null },
        orderBy: { contributionId: "asc" },
        select: { contributionId: true, stances: true, reason: true, codingRoundId: true, byId: true },
      },
    },
  });
  return Promise.all(
    themes.map(async (theme) => ({
      ...theme,
      settled: [...(await settledUnder(theme.id))].sort(),
      taggings: await openTaggings(theme.id),
    })),
  );
}
