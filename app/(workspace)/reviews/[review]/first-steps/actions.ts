"use server";

import { notFound, redirect } from "next/navigation";
import { forPage, pageViewer } from "@/lib/access/page";
import { roleIn } from "@/lib/access/policy";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { keepOpened } from "./opened-steps";
import { findPlaces } from "./places";
import { firstSteps } from "./steps";

/** Remembers that the step was opened, and redirects to its page. */
export async function openStep(reviewSlug: string, key: string): Promise<void> {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, reviewSlug));
  const role = roleIn(viewer, review.id);
  const steps = role ? firstSteps(role, await findPlaces(viewer, review.id)) : [];
  const step = steps.find((one) => one.key === key);
  if (!role || !step) notFound();
  await keepOpened(review.id, role, key);
  redirect(`/reviews/${review.slug}/${step.path}`);
}
