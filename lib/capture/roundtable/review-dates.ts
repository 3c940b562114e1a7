import { unusualDate, type UsualDates } from "@/lib/platform/text/typed-date";

export type ReviewDates = { startsOn: Date; endsOn: Date };

/** The dates of a review between which its roundtables and other events are expected. */
export function usualDates({ startsOn, endsOn }: ReviewDates): UsualDates {
  return { from: startsOn, to: endsOn, of: "the review" };
}

/** What to ask a person who enters a date outside the review; null for one inside it. */
export function dateQuestion(date: Date, review: ReviewDates): string | null {
  const unusual = unusualDate(date, usualDates(review));
  return unusual && `${unusual}. Check the year, or confirm that it is right`;
}
