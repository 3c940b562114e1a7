import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, OUTSIDE_BLIND_ROUNDS, visibleContributions } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { agreementInShort } from "@/lib/tag/rounds/agreement-words/agreement-in-short";
import { getCodingAccount } from "@/lib/tag/rounds/queries/get-agreement";
import type { ReleasedCoding } from "../release-contents";

/** Who set the themes of these roundtables, as a number, and how far they agreed, as a release keeps it. */
export async function readCoding(
  viewer: Viewer,
  { reviewId, roundtables }: { reviewId: string; roundtables: readonly string[] },
): Promise<ReleasedCoding> {
  const account = await getCodingAccount(viewer, { reviewId, roundtableId: null });
  const counted = { roundtableId: { in: [...roundtables] } };
  const coders = await db().tagging.groupBy({
    by: ["coderId"],
    where: {
      until: null,
      contribution: { AND: [counted, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
      ...OUTSIDE_BLIND_ROUNDS,
    },
  });
  return { coders: coders.length, agreement: account && agreementInShort(account) };
}
