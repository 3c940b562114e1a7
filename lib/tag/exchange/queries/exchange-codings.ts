import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables, visibleTaggings } from "@/lib/access/scope";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { CodedContribution, ContributionCoding, NamedTheme } from "../file/coded-contribution";
import type { ExportKind } from "../file/export-kind";
import { contributionBatches } from "./contribution-batches";
import { listAllThemes } from "./exchange";
import { readCoderNames } from "./exchange-coder-names";
import type { ReadExport } from "./exchange-contributions";
import { requireClosed } from "./exchange-project";
import { readSettledRows } from "./exchange-rows";

type Asked = {
  reviewId: string;
  /** null for all of them. */
  roundtableId: string | null;
  /** null for all of them. */
  themeId: string | null;
  kind: ExportKind;
};

/** What somebody may take out of the coding, before any of it is read. */
export type CodingExport = Asked & {
  roundtables: readonly { id: string; title: string }[];
  /** In the order of the codebook, retired ones last; the one that was asked for alone. */
  themes: ReadonlyMap<string, NamedTheme>;
  coders: ReadonlyMap<string, string>;
};

/**
 * Opens the coding of a review to be read in parts: the contributions, words, masks and coders are those of a project of that
 * kind.
 */
export async function openCodings(viewer: Viewer, asked: Asked): Promise<CodingExport> {
  const { reviewId, roundtableId, themeId, kind } = asked;
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const roundtables = await db().roundtable.findMany({
    where: {
      AND: [{ reviewId, ...(roundtableId === null ? {} : { id: roundtableId }) }, visibleRoundtables(viewer)],
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, state: true },
  });
  if (roundtableId !== null && roundtables.length === 0) throw notFound("roundtable");
  if (roundtableId !== null) requireClosed(kind, roundtables);
  const all = await listAllThemes(viewer, reviewId);
  const titles = new Map(all.map(({ slug, title }) => [slug, title]));
  const themes = all
    .filter(({ guid }) => themeId === null || guid === themeId)
    .map(({ guid: id, title, definition, parent }): NamedTheme => ({
      id,
      title,
      definition,
      under: parent === null ? null : (titles.get(parent) ?? null),
    }));
  if (themeId !== null && themes.length === 0) throw notFound("theme");
  return {
    ...asked,
    roundtables,
    themes: new Map(themes.map((theme) => [theme.id, theme])),
    coders: await readCoderNames(viewer, kind, {
      within: { roundtableId: { in: roundtables.map(({ id }) => id) } },
    }),
  };
}

/**
 * The contributions in parts, roundtable by roundtable, with the coding of these themes: of all, or of one, and then only
 * those that have it.
 */
export async function* codedContributions(
  viewer: Viewer,
  { kind, roundtables, themes, coders }: CodingExport,
  themeId: string | null,
): AsyncGenerator<CodedContribution[], void> {
  const themeIds = themeId === null ? new Set(themes.keys()) : new Set([themeId]);
  const set = { themeId: { in: [...themeIds] }, until: null, AND: [visibleTaggings(viewer)] };
  const decided = { adjudications: { some: { themeId: { in: [...themeIds] }, until: null } } };
  const which = themeId === null ? {} : { OR: [{ taggings: { some: set } }, decided] };
  const titles = new Map(roundtables.map(({ id, title }) => [id, title]));
  const asked = { roundtableIds: [...titles.keys()], which, themeIds };
  for await (const batch of contributionBatches(viewer, kind, asked)) {
    const settled = await readSettled(viewer, batch, themeIds);
    yield batch.map((one) =>
      codedOf(one, titles.get(one.roundtableId) ?? "", { coders, settled: settled.get(one.id) ?? [] }),
    );
  }
}

type Settled = { themeId: string; stance: Stance };
type Known = { coders: ReadonlyMap<string, string>; settled: readonly Settled[] };

function codedOf(one: ReadExport, roundtable: string, { coders, settled }: Known): CodedContribution {
  const { words, speaker, question, saidAt, notes } = one;
  const nameOf = (guid: string | null) => (guid === null ? "" : (coders.get(guid) ?? ""));
  const set = one.codings.flatMap(
    ({ codeGuid, coderGuid, at, stance, spanStart, spanEnd }): ContributionCoding[] => {
      if (stance === null) return [];
      const isSettled = settled.some((other) => other.themeId === codeGuid && other.stance === stance);
      const coding = { themeId: codeGuid, stance, coder: nameOf(coderGuid), isSettled, setAt: at };
      return [{ ...coding, spanStart, spanEnd }];
    },
  );
  const decided = settled
    .filter(
      (other) => !set.some(({ themeId, stance }) => themeId === other.themeId && stance === other.stance),
    )
    .map((other) => ({
      ...other,
      coder: null,
      isSettled: true,
      setAt: null,
      spanStart: null,
      spanEnd: null,
    }));
  const memos = notes.map(({ text, authorGuid, at }) => ({ text, by: nameOf(authorGuid), at }));
  return { words, speaker, roundtable, question, saidAt, codings: [...set, ...decided], memos };
}

async function readSettled(viewer: Viewer, batch: readonly ReadExport[], themeIds: ReadonlySet<string>) {
  const ids = batch.map(({ id }) => id);
  const rows = await readSettledRows(viewer, ids, [...themeIds]);
  const settled = new Map<string, Settled[]>();
  for (const { id, ...one } of rows) settled.set(id, [...(settled.get(id) ?? []), one]);
  for (const some of settled.values())
    some.sort((a, b) => STANCE_ORDER.indexOf(a.stance) - STANCE_ORDER.indexOf(b.stance));
  return settled;
}
