"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { requireViewer } from "@/lib/access/viewer";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { ReleaseChoices } from "@/lib/aggregate/publication/release-choices";
import { dashboardHref } from "./address";

export const makeRelease = formAction(ReleaseChoices, releaseFigures, async ({ number }, { reviewId }) => {
  const { memberships } = await requireViewer();
  const review = memberships.find((membership) => membership.reviewId === reviewId);
  redirect(review ? dashboardHref(review.reviewSlug, { release: number }) : "/reviews");
});
