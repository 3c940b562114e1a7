import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Contribution } from "../contribution";
import { CONTRIBUTION_SELECT, toContributions } from "./contribution-select";

/** What was said directly before and after a contribution, in the order in which it was said. */
export type Surroundings = { before: Contribution[]; after: Contribution[] };

const EITHER_SIDE = 3;

export async function listSurroundings(viewer: Viewer, id: string): Promise<Surroundings> {
  const here = await db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: { id: true, roundtableId: true, saidAt: true, sequence: true },
  });
  if (!here) throw notFound("contribution");
  const { roundtableId, saidAt, sequence } = here;
  const side = (bound: "lt" | "gt", order: "desc" | "asc") => {
    const beyond: Prisma.ContributionWhereInput = {
      OR: [
        { saidAt: { [bound]: saidAt } },
        { saidAt, sequence: { [bound]: sequence } },
        { saidAt, sequence, id: { [bound]: id } },
      ],
    };
    return db().contribution.findMany({
      where: { AND: [{ roundtableId }, beyond, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
      orderBy: [{ saidAt: order }, { sequence: order }, { id: order }],
      take: EITHER_SIDE,
      select: CONTRIBUTION_SELECT,
    });
  };
  const before = await side("lt", "desc");
  const after = await side("gt", "asc");
  return {
    before: await toContributions(viewer, before.reverse()),
    after: await toContributions(viewer, after),
  };
}
