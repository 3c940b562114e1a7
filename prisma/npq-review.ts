import type { Viewer } from "@/lib/access/policy";
import { PERMISSION_WORDING } from "@/lib/capture/people/permission-level";
import type { Tx } from "@/lib/platform/db";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { installCodebook } from "@/lib/tag/codebook/commands/install-codebook";

export const NPQ_REVIEW = {
  slug: "npq",
  title: "NPQ review",
  startsOn: new Date("2025-01-01"),
  endsOn: new Date("2026-07-31"),
};

type Lead = { email: string; name: string; demonstration: boolean };

/** The review of the NPQs with its themes, DfE's four areas, the wording of permission and its lead. */
export async function makeNpqReview(tx: Tx, { email, name, demonstration }: Lead): Promise<Viewer> {
  const user = await tx.user.upsert({
    where: { email },
    create: { email, name, demonstration },
    update: {},
    select: { id: true },
  });
  const review = await tx.review.create({
    data: {
      ...NPQ_REVIEW,
      demonstration,
      memberships: { create: { userId: user.id, role: "lead" } },
      wordings: { create: { version: 1, text: PERMISSION_WORDING, byId: user.id } },
    },
    select: { id: true, slug: true },
  });
  const lead: Viewer = {
    userId: user.id,
    name,
    memberships: [{ reviewId: review.id, reviewSlug: review.slug, role: "lead" }],
  };
  await installCodebook.within(tx, lead, { reviewId: review.id, themes: BUILT_IN_CODEBOOK });
  return lead;
}

/** Makes the NPQ review with its first lead where the application is used for real and has no review yet. */
export async function ensureFirstReview(tx: Tx, email: string): Promise<boolean> {
  if ((await tx.review.count()) > 0) return false;
  await makeNpqReview(tx, { email: email.toLowerCase(), name: email, demonstration: false });
  return true;
}
