import type { Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  OUTSIDE_BLIND_ROUNDS,
  visibleContributions,
  visibleParticipants,
} from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Conduct } from "../draft-source";
import { inScope, type Scope } from "./finding-evidence";

/** Who did what: the numbers that the method in full gives. */
export async function readConduct(viewer: Viewer, scope: Scope): Promise<Conduct> {
  const registered = await db().participant.groupBy({
    by: ["present", "host"],
    where: { AND: [inScope(scope), visibleParticipants(viewer)] },
    _count: true,
  });
  const count = (matches: (row: { present: boolean; host: boolean }) => boolean) =>
    registered.filter(matches).reduce((sum, { _count }) => sum + _count, 0);
  const contribution = { AND: [inScope(scope), OPEN_CONTRIBUTION, visibleContributions(viewer)] };
  const coders = await db().tagging.groupBy({
    by: ["coderId"],
    where: { contribution, until: null, ...OUTSIDE_BLIND_ROUNDS },
  });
  return {
    invited: count(({ host }) => !host),
    present: count(({ present, host }) => present && !host),
    hosts: count(({ host }) => host),
    coders: coders.length,
    contributions: await db().contribution.count({ where: contribution }),
    spoken: await db().contribution.count({
      where: { AND: [contribution, { source: { in: ["identified", "unidentified"] } }] },
    }),
    amended: await db().amendment.count({ where: { contribution } }),
  };
}
