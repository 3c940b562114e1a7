import { beforeAll, expect, test } from "vitest";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { countContributions } from "@/lib/capture/contribution/queries/counted";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { getSessionState } from "@/lib/capture/session/queries/session-state";
import { listShownContributions } from "@/lib/capture/session/queries/shown-contributions";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { countListedByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { countPassages } from "@/lib/tag/coding/queries/passages";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { openTestDatabase } from "@/tests/support/database";
import { countStatements } from "@/tests/support/machine/sent-statements";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const sizes = [3, 30] as const;
type Scene = Awaited<ReturnType<typeof makeCoded>>;
const scenes = new Map<number, Scene>();

async function makeCoded(size: number) {
  const scene = await makeScene({ members: ["lead"], participants: size, contributions: size, themes: 2 });
  for (const { id } of scene.contributions)
    await setTagging(scene.lead, { contributionId: id, themeId: scene.themes[0].id, stance: "ask" });
  return { ...scene, ids: scene.contributions.map(({ id }) => id) };
}

beforeAll(async () => {
  for (const size of sizes) {
    const scene = await makeCoded(size);
    scenes.set(size, scene);
    // That somebody reads is recorded once a sitting.
    await listCodingContributions(scene.lead, { reviewId: scene.review.id });
  }
});

/** What the pages of coding and of a roundtable read, and in how many statements, whatever there is of it. */
test.each<[what: string, statements: number, read: (scene: Scene) => Promise<unknown>]>([
  [
    "contributions to code, with their total",
    4,
    ({ lead, review }) => listCodingContributions(lead, { reviewId: review.id }),
  ],
  [
    // There are none, so no names are read; the first one asks how large the review is.
    "those where coders differ",
    3,
    ({ lead, review }) => listCodingContributions(lead, { reviewId: review.id, left: "disagreed" }),
  ],
  ["what is set on them, with memos, flags and decisions", 1, ({ lead, ids }) => listCoding(lead, ids)],
  ["their themes alone", 1, ({ lead, ids }) => listTaggings(lead, ids)],
  ["the codebook", 1, ({ lead, review }) => listThemes(lead, review.id)],
  ["how many have each theme", 1, ({ lead, review }) => countListedByTheme(lead, { reviewId: review.id })],
  [
    "the passages of a theme",
    1,
    ({ lead, review, themes }) => countPassages(lead, { reviewId: review.id, themeId: themes[0].id }),
  ],
  ["how many contributions count", 1, ({ lead, review }) => countContributions(lead, review.id)],
  ["the titles of roundtables", 1, ({ lead, review }) => listRoundtableTitles(lead, review.id)],
  ["the list of contributions", 4, ({ lead, review }) => listContributions(lead, { reviewId: review.id })],
  ["the people of a roundtable", 1, ({ lead, roundtable }) => listParticipants(lead, roundtable.id)],
  [
    "the record of a session",
    2,
    ({ lead, roundtable }) => listShownContributions(lead, roundtable.id, "all"),
  ],
  ["the room", 7, ({ lead, roundtable }) => getSessionState(lead, roundtable.id)],
])("%s: %i", async (_what, statements, read) => {
  for (const scene of scenes.values()) expect(await countStatements(() => read(scene))).toBe(statements);
});
