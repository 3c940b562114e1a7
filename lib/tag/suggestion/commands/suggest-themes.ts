import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { OPEN_CONTRIBUTION, outsideOwnBlindRounds, visibleContributions } from "@/lib/access/scope";
import { UNTAGGED } from "@/lib/capture/roundtable/queries/contribution-where";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { ContributionSuggestions, SuggestedTheme, SuggestInput } from "@/lib/tag/coding/suggested";
import { isTelling } from "../codebook-weights";
import { learntModel, type LearntModel } from "../queries/learnt-model";
import { suggest } from "../suggest";
import { METHOD } from "../train";

const MAX_SHOWN = 3;
const MAX_WORDS = 3;

/**
 * Suggests themes for what participants said and nobody has tagged yet, and records what was suggested, by
 * which method; it is not counted until a person accepts it. Where suggestions are hidden they are recorded
 * too, for comparison, but not returned. Contributions in a blind round that the viewer has not finished are
 * left out.
 */
export async function suggestThemes(viewer: Viewer, input: SuggestInput): Promise<ContributionSuggestions> {
  const { reviewId, contributionIds, shown } = input;
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "tagging.set", { reviewId });
  const contributions = await db().contribution.findMany({
    where: {
      AND: [
        { id: { in: contributionIds }, reviewId },
        OPEN_CONTRIBUTION,
        UNTAGGED,
        visibleContributions(viewer),
        outsideOwnBlindRounds(viewer),
      ],
    },
    select: { id: true, roundtableId: true, text: true },
  });
  await noteContributions(
    viewer,
    contributions.map(({ roundtableId }) => ({ reviewId, roundtableId })),
  );
  const learnt = await learntModel(viewer, reviewId);
  const proposed = contributions.map(({ id, text }) => ({ id, themes: propose(learnt, text) }));
  const rejected = await transaction((tx) => record(tx, reviewId, proposed));
  const byContribution: ContributionSuggestions["byContribution"] = {};
  for (const { id, themes } of shown ? proposed : []) {
    const open = themes.filter(({ themeId }) => !rejected.has(`${id} ${themeId}`));
    if (open.length > 0) byContribution[id] = open;
  }
  return { byContribution, learntFrom: learnt.learntFrom };
}

function propose({ model }: LearntModel, text: string): SuggestedTheme[] {
  return suggest(model, text)
    .filter(({ suggested }) => suggested)
    .slice(0, MAX_SHOWN)
    .map(({ themeId, probability, words }) => ({
      themeId,
      probability,
      words: words
        .map(({ start, end }) => sliceCodePoints(text, start, end))
        .filter((word) => isTelling(word.toLowerCase()) && /\p{L}/u.test(word))
        .slice(0, MAX_WORDS),
    }));
}

type Proposed = { id: string; themes: SuggestedTheme[] };

/** Returns what people have rejected before, as "contribution theme". */
async function record(tx: Tx, reviewId: string, proposed: readonly Proposed[]): Promise<Set<string>> {
  const { method, version: methodVersion } = METHOD;
  await tx.coder.createMany({ data: [{ method, methodVersion }], skipDuplicates: true });
  const coder = await tx.coder.findFirstOrThrow({ where: { method, methodVersion }, select: { id: true } });
  await tx.suggestion.createMany({
    data: proposed.flatMap(({ id: contributionId, themes }) =>
      themes.map(({ themeId, probability }) => ({
        reviewId,
        contributionId,
        themeId,
        coderId: coder.id,
        probability,
      })),
    ),
    skipDuplicates: true,
  });
  await keepLatest(tx, coder.id, proposed);
  const rejected = await tx.suggestion.findMany({
    where: { contributionId: { in: proposed.map(({ id }) => id) }, decision: "rejected" },
    select: { contributionId: true, themeId: true },
  });
  return new Set(rejected.map(({ contributionId, themeId }) => `${contributionId} ${themeId}`));
}

/** An earlier suggestion that nobody has decided on gets its present probability. */
async function keepLatest(tx: Tx, coderId: string, proposed: readonly Proposed[]): Promise<void> {
  const all = proposed.flatMap(({ id, themes }) => themes.map((theme) => ({ ...theme, id })));
  // Locked in one order, so that two viewers of the same contributions cannot deadlock.
  await tx.$executeRaw`
    UPDATE suggestion s SET probability = latest.probability
    FROM (
      SELECT o.id, n.probability
      FROM suggestion o JOIN unnest(
        ${all.map(({ id }) => id)}::uuid[],
        ${all.map(({ themeId }) => themeId)}::uuid[],
        ${all.map(({ probability }) => probability)}::float8[]
      ) AS n (contribution_id, theme_id, probability)
        ON n.contribution_id = o.contribution_id AND n.theme_id = o.theme_id
      WHERE o.coder_id = ${coderId}::uuid AND o.decision IS NULL AND o.probability <> n.probability
      ORDER BY o.id FOR UPDATE OF o
    ) latest
    WHERE s.id = latest.id`;
}
