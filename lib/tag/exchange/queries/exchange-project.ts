import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleParticipants, visibleReviews, visibleRoundtables } from "@/lib/access/scope";
import type { Confidentiality } from "@/lib/capture/roundtable/roundtable";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import { db } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { EXPORT_WORDS, guidIn, type ExportKind } from "../file/export-kind";
import { contributionSource } from "../file/contribution-source";
import { ORIGIN, type ExchangeProject } from "../file/project";
import { speakerCases } from "../speaker-cases";
import { codesOfThemes, type WrittenTheme } from "../file/theme-codes";
import { listAllThemes } from "./exchange";
import { readContributions } from "./contribution-batches";
import { readCoders } from "./exchange-coders";
import type { ReadExport } from "./exchange-contributions";
import { requireWithinLimits } from "./exchange-limits";

type Asked = {
  reviewId: string;
  /** null for all of them. */
  roundtableId: string | null;
  kind: ExportKind;
  /** The note in every export. */
  caveat: string;
};

/**
 * The review's coded contributions as a project that other programs open; the same contributions give the
 * same project.
 */
export async function readReviewProject(viewer: Viewer, asked: Asked): Promise<ExchangeProject> {
  const { reviewId, roundtableId, kind, caveat } = asked;
  const { title } = await findReview(viewer, reviewId);
  const roundtables = await db().roundtable.findMany({
    where: {
      AND: [{ reviewId, ...(roundtableId === null ? {} : { id: roundtableId }) }, visibleRoundtables(viewer)],
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, confidentiality: true, state: true },
  });
  if (roundtableId !== null && roundtables.length === 0) throw notFound("roundtable");
  if (roundtableId !== null) requireClosed(kind, roundtables);
  const within = { roundtableId: { in: roundtables.map(({ id }) => id) } };
  await requireWithinLimits(viewer, kind, within);
  const themes = await listAllThemes(viewer, reviewId);
  const themeIds = new Set(themes.map(({ guid }) => guid));
  const roundtableIds = roundtables.map(({ id }) => id);
  const byRoundtable = await readContributions(viewer, kind, { roundtableIds, themeIds });
  const read = roundtables.flatMap((roundtable) => {
    const contributions = byRoundtable.get(roundtable.id) ?? [];
    return contributions.length > 0 ? [{ roundtable, contributions }] : [];
  });
  const codebook = codesOfThemes(inUse(themes, read));
  const notes = read.flatMap(({ contributions }) =>
    contributions.flatMap((contribution) => contribution.notes),
  );
  return {
    title,
    origin: ORIGIN,
    description: `${EXPORT_WORDS[kind]} ${caveat}`,
    createdBy: null,
    createdAt: null,
    noteGuids: [],
    coders: await readCoders(
      kind,
      read.flatMap(({ contributions }) => contributions),
    ),
    codes: codebook.codes,
    ...(await readCases(viewer, kind, read)),
    sources: read.map(({ roundtable, contributions }) =>
      contributionSource(
        { guid: guidIn(kind, "roundtable", roundtable.id), name: roundtable.title, description: "" },
        contributions,
      ),
    ),
    notes,
    sets: codebook.sets.map((set) => ({ ...set, sourceGuids: [], noteGuids: [] })),
  };
}

/** Refuses a file to share of a roundtable that is not closed yet. */
export function requireClosed(kind: ExportKind, roundtables: readonly { state: RoundtableState }[]): void {
  if (kind === "share" && roundtables.some(({ state }) => state !== "closed"))
    throw invalid(
      "This roundtable is not closed yet. A file to share can only include closed roundtables. Close it first, or choose a file for the facilitators’ own use.",
    );
}

/** The codebook in use, with those retired themes that are still set on contributions. */
function inUse(themes: readonly WrittenTheme[], read: readonly { contributions: readonly ReadExport[] }[]) {
  const set = new Set(
    read.flatMap(({ contributions }) =>
      contributions.flatMap(({ codings }) => codings.map(({ codeGuid }) => codeGuid)),
    ),
  );
  return themes.filter(({ guid, retired }) => !retired || set.has(guid));
}

type Roundtable = { id: string; title: string; confidentiality: Confidentiality };

async function findReview(viewer: Viewer, reviewId: string): Promise<{ title: string }> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { title: true },
  });
  if (!review) throw notFound("review");
  return review;
}

/**
 * Each contribution of a file to share has its own source: nothing says which others have the same speaker.
 */
async function readCases(
  viewer: Viewer,
  kind: ExportKind,
  read: readonly { roundtable: Roundtable; contributions: readonly ReadExport[] }[],
) {
  if (kind === "share") return { cases: [], variables: [] };
  const speakers = await db().participant.findMany({
    where: {
      AND: [
        { roundtableId: { in: read.map(({ roundtable }) => roundtable.id) } },
        visibleParticipants(viewer),
      ],
      person: { erasedAt: null },
    },
    orderBy: [{ label: "asc" }, { id: "asc" }],
    select: {
      id: true,
      roundtableId: true,
      label: true,
      attributes: {
        where: { until: null },
        orderBy: { value: "asc" },
        select: { attribute: true, value: true },
      },
    },
  });
  const guidsOf = new Map<string, string[]>(speakers.map(({ id }) => [id, []]));
  for (const { contributions } of read)
    for (const { participantId, guid } of contributions) guidsOf.get(participantId ?? "")?.push(guid);
  return speakerCases(
    read.flatMap(({ roundtable }) =>
      speakers.flatMap(({ roundtableId, ...speaker }) => {
        const contributionGuids = guidsOf.get(speaker.id) ?? [];
        if (roundtableId !== roundtable.id || contributionGuids.length === 0) return [];
        const { title: roundtableTitle, confidentiality } = roundtable;
        return [{ ...speaker, roundtableTitle, confidentiality, contributionGuids }];
      }),
    ),
  );
}
