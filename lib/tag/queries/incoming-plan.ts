import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleTaggings } from "@/lib/access/scope";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import type { Stance } from "@/lib/capture/stance";
import type { Tx } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text";
import { guidIn, spanKey } from "../exchange/export-kind";
import type { Incoming } from "../exchange/incoming";
import type { Span } from "../span";

/** A theme of the review that a code of the file is, or null while there is none. */
type CodeThemes = readonly (string | null)[];
/** Whoever a coder of the file is here, or null. */
export type CoderUsers = readonly (string | null)[];

export type PlannedTagging = Span & { lineId: string; code: number; userId: string; stance: Stance };
export type CodingPlan = {
  add: PlannedTagging[];
  /** Codings that are here already, by the same person, */
  already: number;
  /** of coders who are nobody here, */
  strangers: number;
  /** of codes that are no theme here, */
  codeless: number;
  /** and on lines that were changed or taken away since the file was looked at. */
  gone: number;
};

/** Members of the review who may set themes, for the coders of a file. */
export async function matchCoders(
  client: Tx,
  reviewId: string,
  coders: Incoming["coders"],
): Promise<(string | null)[]> {
  const members = await client.membership.findMany({
    where: { reviewId, role: { in: ["lead", "facilitator"] } },
    select: { userId: true },
  });
  const users = new Map(
    members.flatMap(({ userId }) => [
      [userId, userId] as const,
      [guidIn("share", "coder", userId), userId] as const,
    ]),
  );
  return coders.map(({ guid }) => users.get(guid) ?? null);
}

type Choices = {
  themes: CodeThemes;
  users: CoderUsers;
  /** Takes the codings of coders who are nobody here; null where they are left out. */
  strangersTo: string | null;
};

/** Which taggings a file adds, each once: what the same person has set already stays as it is. */
export async function planCodings(
  client: Tx,
  viewer: Viewer,
  { reviewId, incoming }: { reviewId: string; incoming: Incoming },
  { themes, users, strangersTo }: Choices,
): Promise<CodingPlan> {
  const lines = await readLines(client, viewer, reviewId, incoming);
  const standing = await readStanding(client, viewer, [...lines.keys()]);
  const plan: CodingPlan = { add: [], already: 0, strangers: 0, codeless: 0, gone: 0 };
  for (const { id, revision, codings } of incoming.lines) {
    const line = lines.get(id);
    for (const { code, coder, stance: said, spanStart, spanEnd } of codings) {
      const userId = (coder === null ? null : (users[coder] ?? null)) ?? strangersTo;
      const themeId = themes[code];
      if (!line || !fits(line, { revision, spanStart, spanEnd })) plan.gone++;
      else if (userId === null) plan.strangers++;
      else if (themeId === undefined || themeId === null) plan.codeless++;
      else {
        const tagging = { lineId: id, code, userId, stance: said ?? line.stance ?? "observation" };
        const key = keyOf({ ...tagging, themeId, spanStart, spanEnd });
        if (standing.has(key)) plan.already++;
        else plan.add.push({ ...tagging, spanStart, spanEnd });
        standing.add(key);
      }
    }
  }
  return plan;
}

type Place = Span & { revision: number };

/** The whole line, or words that are still where the file says: of the same text, and within it. */
function fits(line: { revision: number; text: string }, { revision, spanStart, spanEnd }: Place): boolean {
  if (spanStart === null && spanEnd === null) return true;
  if (spanStart === null || spanEnd === null || line.revision !== revision) return false;
  return spanStart < spanEnd && spanEnd <= codePointLength(line.text);
}

const AT_A_TIME = 2_000;

async function readLines(client: Tx, viewer: Viewer, reviewId: string, { lines }: Incoming) {
  const found = new Map<string, { revision: number; stance: Stance | null; text: string }>();
  for (let at = 0; at < lines.length; at += AT_A_TIME) {
    const ids = lines.slice(at, at + AT_A_TIME).map(({ id }) => id);
    const rows = await client.contribution.findMany({
      where: { AND: [{ id: { in: ids }, reviewId }, OPEN_LINE, visibleContributions(viewer)] },
      select: { id: true, revision: true, stance: true, text: true },
    });
    for (const { id, ...line } of rows) found.set(id, line);
  }
  return found;
}

async function readStanding(client: Tx, viewer: Viewer, lineIds: readonly string[]): Promise<Set<string>> {
  const standing = new Set<string>();
  for (let at = 0; at < lineIds.length; at += AT_A_TIME) {
    const rows = await client.tagging.findMany({
      where: {
        AND: [visibleTaggings(viewer), { contributionId: { in: lineIds.slice(at, at + AT_A_TIME) } }],
        until: null,
        coder: { userId: { not: null } },
      },
      select: {
        ...{ contributionId: true, themeId: true, stance: true, spanStart: true, spanEnd: true },
        coder: { select: { userId: true } },
      },
    });
    for (const { contributionId: lineId, coder, ...tagging } of rows)
      standing.add(keyOf({ ...tagging, lineId, userId: coder.userId ?? "" }));
  }
  return standing;
}

function keyOf(one: Span & { lineId: string; themeId: string; userId: string; stance: Stance }): string {
  return [one.lineId, one.themeId, one.userId, one.stance, spanKey(one)].join(" ");
}
