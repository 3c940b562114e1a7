import { plan } from "./coding-round";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTheme,
} from "./factories";

/**
 * A round of three contributions under two themes, with two coders, and with a lead and a facilitator who do
 * not code in it.
 */
export async function makeRoundStory({ blind = true }: { blind?: boolean } = {}) {
  const review = await makeReview();
  const lead = await makeMember(review, "lead");
  const anna = await makeMember(review, "facilitator");
  const ben = await makeMember(review, "facilitator");
  const carl = await makeMember(review, "facilitator");
  const roundtable = await makeRoundtable(review);
  const contributions: [string, string, string] = ["", "", ""];
  for (const index of [0, 1, 2]) {
    const participant = await makeParticipant(review, roundtable);
    contributions[index] = (await makeContribution(roundtable, { participant })).id;
  }
  const themes: [string, string] = [(await makeTheme(review)).id, (await makeTheme(review)).id];
  const from = {
    reviewId: review.id,
    roundtableIds: [roundtable.id],
    themeIds: themes,
    coderIds: [anna.userId, ben.userId],
    size: 3,
    blind,
  };
  const round = { ...(await plan(lead, from)), reviewId: review.id };
  return { review, lead, anna, ben, carl, roundtable, contributions, themes, from, round };
}
