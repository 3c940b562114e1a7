import {
  closeAndRelease,
  readLiveFigures,
  readReleasedFigures,
  tagContributions,
  writeFinding,
} from "./journey/meaning";
import {
  clearContribution,
  editContribution,
  logContributions,
  planRoundtable,
  registerPeople,
} from "./journey/record";
import {
  answerComment,
  commentOn,
  followFigure,
  openForComments,
  tryToPublish,
  writeDraft,
  writeFinalThoughts,
} from "./journey/report";
import { REPORTED } from "./journey/story";
import { test } from "./test";

const COMMENT = "Were these comments written or spoken?";

test("from what was said to a draft that is commented on, as facilitator, lead, DfE reviewer and Fellow", async ({
  openAs,
}) => {
  const facilitator = await openAs("facilitator");
  const lead = await openAs("lead");
  const reviewer = await openAs("reviewer");
  const fellow = await openAs("fellow");
  for (const page of [facilitator, lead, reviewer, fellow]) await page.goto("/reviews/npq");

  await test.step("the facilitator plans a roundtable", () => planRoundtable(facilitator));
  await test.step("registers three people, with what each permits", () => registerPeople(facilitator));
  await test.step("logs what is said, by whom it is known or not", () => logContributions(facilitator));
  await test.step("puts a contribution right, and what it was is kept", () => editContribution(facilitator));
  await test.step("clears a contribution with the school masked", () => clearContribution(facilitator));
  await test.step("sets themes on contributions", () => tagContributions(facilitator));
  await test.step("writes a finding and attaches its contribution", () => writeFinding(facilitator));
  await test.step("reads how many people raised the theme", () => readLiveFigures(facilitator));
  await test.step("the lead closes the roundtable and releases figures", () => closeAndRelease(lead));
  await test.step("the DfE reviewer reads them, and nothing that tells who spoke", () =>
    readReleasedFigures(reviewer));
  await test.step("the facilitator has a draft written", () => writeDraft(facilitator));
  await test.step("follows a sentence's figure back to the contribution", () => followFigure(facilitator));
  await test.step("writes the final thoughts", () => writeFinalThoughts(facilitator));
  await test.step("the lead opens the draft for comments", () => openForComments(lead));
  await test.step("the Fellow selects words and comments on them", () =>
    commentOn(fellow, REPORTED, COMMENT));
  await test.step("the facilitator answers and resolves", () =>
    answerComment(facilitator, COMMENT, "Written ones. I have asked."));
  await test.step("the lead is told that it cannot be published before its figures are released", () =>
    tryToPublish(lead));
});
