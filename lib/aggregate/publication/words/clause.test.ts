import { describe, expect, test } from "vitest";
import { askedFor, asSentence, clause, handsAbout, isStatement } from "./clause";

describe("typed words put into sentences", () => {
  test.each([
    ["Providers mark in their own way.", "providers mark in their own way"],
    ["NPQs prepare people for teaching", "NPQs prepare people for teaching"],
    ["An NPQ is recognised.", "an NPQ is recognised"],
    ["A SENCO has no time;", "a SENCO has no time"],
    ["SENCOs' time is short.", "SENCOs' time is short"],
    ["DfE pays. ", "DfE pays"],
    ["I would do it again.", "I would do it again"],
    ["Ofsted notices.", "Ofsted notices"],
    ["that time is short", "time is short"],
    ["Élan is needed", "élan is needed"],
  ])("%s", (typed, said) => expect(clause(typed)).toBe(said));

  test.each([
    ["A coach who should not be their manager.", false],
    ["More time.", false],
    ["The project should come back.", true],
    ["Providers must agree on a pass.", true],
  ])("a request is a thing that is wanted, or says what should be: %s", (text, statement) =>
    expect(isStatement(text)).toBe(statement),
  );

  test.each([
    ["Hands for one set of expectations. One colleague was out.", "for one set of expectations"],
    ["Show of hands: more time for coaching", "for more time for coaching"],
    ["Hands: keep some public money", "for a proposal to keep some public money"],
    ["Hands: scrap the list", "for this: scrap the list"],
    ["Hands on whether to pay.", "on whether to pay"],
    ["Poll: whether modules help?", "when asked whether modules help?"],
    ["Units should be free.", "on this point: units should be free"],
  ])("a show of hands: %s", (typed, about) => expect(handsAbout(typed)).toBe(about));

  test.each([
    ["A coach who has done the job.", "asked for a coach who has done the job"],
    ["Public money in every NPQ.", "asked for this: public money in every NPQ"],
    ["The project should come back.", "asked for this: the project should come back"],
    ["Pay for coaches.", "asked for this: pay for coaches"],
  ])("a request after who made it: %s", (text, asked) => expect(askedFor(text)).toBe(asked));

  test.each([
    ["Coaches are trained", "Coaches are trained."],
    ["Coaches are trained. ", "Coaches are trained."],
    ["Are they trained?", "Are they trained?"],
    ["They said “train them.”", "They said “train them.”"],
  ])("one mark at the end: %s", (text, sentence) => expect(asSentence(text)).toBe(sentence));
});
