import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** Where the pages of a roundtable are. */
export async function roundtableAddress(viewer: Viewer, id: string): Promise<string> {
  const found = z.uuid().safeParse(id).success
    ? await db().roundtable.findFirst({
        where: { AND: [{ id }, visibleRoundtables(viewer)] },
        select: { slug: true, review: { select: { slug: true } } },
      })
    : null;
  if (!found) throw notFound("roundtable");
  return `/reviews/${found.review.slug}/roundtables/${found.slug}`;
}
