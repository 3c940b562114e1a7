import { expect, test } from "vitest";
import { npqsNamedIn } from "./npq-words";

test.each([
  ["NPQH and the NPQ SL repeat each other", ["NPQH", "NPQSL"]],
  ["my npqsl, then NPQ-LBC, then my npqsl again", ["NPQSL", "NPQLBC"]],
  ["The NPQs are long, and EHCO is no NPQ", []],
  ["NPQHeadship", []],
  ["#npqsl", []],
])("“%s” names %j", (text, npqs) => {
  expect(npqsNamedIn(text)).toEqual(npqs);
});
