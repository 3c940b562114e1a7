import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { dateQuestion } from "../review-dates";

type Held = { heldOn: Date; confirmed: boolean | undefined };

/** Refuses a date outside the review until somebody confirms that it is right. */
export async function askAboutDate(tx: Tx, reviewId: string, { heldOn, confirmed }: Held): Promise<void> {
  if (confirmed) return;
  const review = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { startsOn: true, endsOn: true },
  });
  const question = dateQuestion(heldOn, review);
  if (question) throw invalid(question, "heldOn");
}
