import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { PastImport } from "../import";
import { namesOf } from "./line-select";

/** The files that were imported into a roundtable, the latest first, undone ones too. */
export async function listImports(viewer: Viewer, roundtableId: string): Promise<PastImport[]> {
  const imports = await db().import.findMany({
    where: { roundtableId, roundtable: visibleRoundtables(viewer) },
    orderBy: { createdAt: "desc" },
    select: { id: true, fileName: true, rows: true, createdAt: true, createdById: true, undoneAt: true },
  });
  const names = await namesOf(imports.map(({ createdById }) => createdById));
  return imports.map(({ createdById, ...past }) => ({ ...past, createdBy: names.get(createdById) ?? "" }));
}
