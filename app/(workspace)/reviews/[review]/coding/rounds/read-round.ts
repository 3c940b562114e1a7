import { z } from "zod";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { notFound } from "@/lib/platform/errors";
import { getRound } from "@/lib/tag/rounds/queries/rounds";

/** The list of a review's rounds, or with a number one of them. */
export function roundsHref(reviewSlug: string, number?: number, rest = ""): string {
  const home = `/reviews/${encodeURIComponent(reviewSlug)}/coding/rounds`;
  return [home, number, rest].filter((part) => part !== undefined && part !== "").join("/");
}

const RoundNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/**
 * What each page about a round reads first. An address that is not a number is not found, like an unknown
 * one.
 */
export async function readRound(params: Promise<{ review: string; round: string }>) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const number = RoundNumber.safeParse(slugs.round);
  const round = await forPage(
    number.success ? getRound(viewer, review.id, number.data) : Promise.reject(notFound("coding round")),
  );
  const here = roundsHref(review.slug, round.number);
  const crumbs = [
    { label: review.title, href: `/reviews/${review.slug}` },
    { label: "Coding rounds", href: roundsHref(review.slug) },
    { label: `Round ${round.number}`, href: here },
  ];
  const mine = round.coders.find((coder) => coder.mine) ?? null;
  return { viewer, review, round, mine, here, crumbs };
}
