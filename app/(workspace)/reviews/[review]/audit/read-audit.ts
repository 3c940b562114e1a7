import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { readAuditFilter } from "@/lib/review/audit/audit-filter";
import { listAuditPeople } from "@/lib/review/audit/queries/audit-subjects";

/** The filter in the address, with the people and roundtables that it may name. */
export async function readAudit(
  viewer: Viewer,
  reviewId: string,
  query: Record<string, string | string[] | undefined>,
) {
  const people = await listAuditPeople(viewer, reviewId);
  const roundtables = await listRoundtableTitles(viewer, reviewId);
  return { people, roundtables, ...readAuditFilter(query, { people, roundtables }) };
}

const Cursor = z.uuid();

/** After which entry the page begins; null for the newest. */
export function cursorOf({ before }: Record<string, string | string[] | undefined>): string | null {
  return Cursor.safeParse(before).data ?? null;
}
