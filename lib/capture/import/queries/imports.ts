import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { visibleRoundtables } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { PastImport } from "../import";
import { storedAccount } from "../account";
import { conclusionsOf } from "../reading/conclusions";
import { stateOf } from "../state-of";
import { columnPlan, speakerPlan } from "../plan";
import { formatOf } from "./import-pieces";

const SELECT = {
  id: true,
  fileName: true,
  format: true,
  state: true,
  rows: true,
  createdAt: true,
  createdById: true,
  undoneAt: true,
} as const;

/**
 * The files that were imported into a roundtable or are being imported, latest first, including undone ones.
 */
export async function listImports(viewer: Viewer, roundtableId: string): Promise<PastImport[]> {
  const imports = await db().import.findMany({
    where: {
      AND: [{ roundtableId, roundtable: visibleRoundtables(viewer) }, { NOT: REFUSED }],
    },
    orderBy: { createdAt: "desc" },
    select: SELECT,
  });
  const names = await namesOf(imports.map(({ createdById }) => createdById));
  return imports.map(({ createdById, format, ...past }) => ({
    ...past,
    format: formatOf(format),
    createdBy: names.get(createdById) ?? "",
  }));
}

/** A file that was refused when it was chosen is not an import; its reason is kept for a day. */
const REFUSED = { state: "failed", jobId: null } as const;

const Problems = z.array(z.object({ line: z.number(), reason: z.string() })).catch([]);

/** One import with its settings, for a viewer who may import records. */
export async function getImport(viewer: Viewer, roundtableId: string, id: string) {
  const where = { id, roundtableId, roundtable: visibleRoundtables(viewer) };
  const found = z.uuid().safeParse(id).success
    ? await db().import.findFirst({
        where,
        select: {
          ...SELECT,
          size: true,
          mapping: true,
          reading: true,
          account: true,
          speakers: true,
          staged: true,
          problems: true,
          jobId: true,
          roundtable: { select: { reviewId: true } },
        },
      })
    : null;
  if (!found) throw notFound("import");
  const { reviewId } = found.roundtable;
  const speakers = speakerPlan(found.speakers);
  // The speakers are named as the file spells them.
  if (speakers.list.length > 0)
    await noteNames(viewer, { reviewId, subjectType: "roundtable", subjectId: roundtableId });
  const names = await namesOf([found.createdById]);
  return {
    ...found,
    format: formatOf(found.format),
    createdBy: names.get(found.createdById) ?? "",
    columns: columnPlan(found.mapping),
    speakers,
    conclusions: conclusionsOf(found.reading),
    basedOn: stateOf(found),
    account: storedAccount(found.account),
    problems: Problems.parse(found.problems),
  };
}

export type OneImport = Awaited<ReturnType<typeof getImport>>;

/**
 * Why a file was refused that somebody chose without JavaScript; null where nothing is known of it any more.
 */
export async function findRefusal(viewer: Viewer, roundtableId: string, id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await db().import.findFirst({
    where: {
      id,
      roundtableId,
      roundtable: visibleRoundtables(viewer),
      ...REFUSED,
      createdById: viewer.userId,
    },
    select: { problems: true },
  });
  return found ? (Problems.parse(found.problems)[0]?.reason ?? null) : null;
}
