import { unusualDate, type UsualDates } from "@/lib/platform/typed-date";

export type ReviewDates = { startsOn: Date; endsOn: Date };

/** The days on which something of a review is expected to happen. */
export function usualDates({ startsOn, endsOn }: ReviewDates): UsualDates {
  return { from: startsOn, to: endsOn, of: "the review" };
}

/** What to ask of somebody who enters a date outside the review; null for one inside it. */
export function dateQuestion(date: Date, review: ReviewDates): string | null {
  const unusual = unusualDate(date, usualDates(review));
  return unusual && `${unusual}. Check the year, or confirm that it is right`;
}
