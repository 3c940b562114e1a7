import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions, visibleTaggings } from "@/lib/access/scope";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Tx } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";
import type { ThemeOfFile } from "../code-themes";
import { spanKey } from "../file/export-kind";
import type { Incoming } from "../incoming";
import { ownerOf, type Owners } from "./incoming-coders";

export type PlannedTagging = Span & { contributionId: string; code: number; userId: string; stance: Stance };
export type CodingPlan = {
  add: PlannedTagging[];
  /** Codings that exist already, by the same person, */
  already: number;
  /** by unknown coders, or people who have left, */
  strangers: number;
  /** with codes that are not themes here, */
  codeless: number;
  /** with themes that are retired here, */
  retired: number;
  /** and on contributions that were changed or removed since the file was previewed. */
  gone: number;
};

/** The taggings that a file adds, each once: what the same person has set already stays as it is. */
export async function planCodings(
  client: Tx,
  viewer: Viewer,
  { reviewId, incoming }: { reviewId: string; incoming: Incoming },
  { themes, owners }: { themes: readonly (ThemeOfFile | null)[]; owners: Owners },
): Promise<CodingPlan> {
  const contributions = await readContributions(client, viewer, reviewId, incoming);
  const standing = await readStanding(client, viewer, [...contributions.keys()]);
  const plan: CodingPlan = { add: [], already: 0, strangers: 0, codeless: 0, retired: 0, gone: 0 };
  for (const { id: contributionId, revision, codings } of incoming.contributions) {
    const contribution = contributions.get(contributionId);
    for (const { code, coder, stance: said, ...span } of codings) {
      if (!contribution || !fits(contribution, { revision, ...span })) {
        plan.gone++;
        continue;
      }
      const { was, to } = ownerOf(owners, coder);
      const theme = themes[code] ?? null;
      const stance = said ?? contribution.stance ?? "observation";
      const keyFor = (userId: string | null) =>
        userId && theme && keyOf({ contributionId, themeId: theme.id, userId, stance, ...span });
      const key = [was, to].map(keyFor).find((one) => one && standing.has(one));
      if (key) plan.already++;
      else if (to === null) plan.strangers++;
      else if (!theme) plan.codeless++;
      else if (theme.retired) plan.retired++;
      else {
        plan.add.push({ contributionId, code, userId: to, stance, ...span });
        standing.add(keyFor(to) ?? "");
      }
    }
  }
  return plan;
}

type Place = Span & { revision: number };

/** The whole contribution, or words that are still where the file says: in the same text, and within it. */
function fits(
  contribution: { revision: number; length: number },
  { revision, spanStart, spanEnd }: Place,
): boolean {
  if (spanStart === null && spanEnd === null) return true;
  if (spanStart === null || spanEnd === null || contribution.revision !== revision) return false;
  return spanStart < spanEnd && spanEnd <= contribution.length;
}

const AT_A_TIME = 2_000;

async function readContributions(client: Tx, viewer: Viewer, reviewId: string, { contributions }: Incoming) {
  const found = new Map<string, { revision: number; stance: Stance | null; length: number }>();
  for (let at = 0; at < contributions.length; at += AT_A_TIME) {
    const ids = contributions.slice(at, at + AT_A_TIME).map(({ id }) => id);
    const rows = await client.contribution.findMany({
      where: { AND: [{ id: { in: ids }, reviewId }, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
      select: { id: true, revision: true, stance: true, text: true },
    });
    for (const { id, revision, stance, text } of rows)
      found.set(id, { revision, stance, length: codePointLength(text) });
  }
  return found;
}

async function readStanding(
  client: Tx,
  viewer: Viewer,
  contributionIds: readonly string[],
): Promise<Set<string>> {
  const standing = new Set<string>();
  for (let at = 0; at < contributionIds.length; at += AT_A_TIME) {
    const rows = await client.tagging.findMany({
      where: {
        AND: [visibleTaggings(viewer), { contributionId: { in: contributionIds.slice(at, at + AT_A_TIME) } }],
        until: null,
        coder: { userId: { not: null } },
      },
      select: {
        contributionId: true,
        themeId: true,
        stance: true,
        spanStart: true,
        spanEnd: true,
        coder: { select: { userId: true } },
      },
    });
    for (const { contributionId: contributionId, coder, ...tagging } of rows)
      standing.add(keyOf({ ...tagging, contributionId, userId: coder.userId ?? "" }));
  }
  return standing;
}

function keyOf(
  one: Span & { contributionId: string; themeId: string; userId: string; stance: Stance },
): string {
  return [one.contributionId, one.themeId, one.userId, one.stance, spanKey(one)].join(" ");
}
