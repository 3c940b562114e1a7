import { expect, test } from "vitest";
import { speakerCases } from "./speaker-cases";

const attribute = (name: string, value: string) => ({ attribute: name, value });
const attributes = [
  ...[attribute("npq_taken", "NPQH"), attribute("npq_taken", "NPQSL"), attribute("npq_delivered", "NPQLT")],
  ...[attribute("role", "headteacher"), attribute("region", "London")],
];
const of = (confidentiality: "attributed" | "role_only" | "chatham_house") =>
  speakerCases([
    { id: "a", label: "P01", attributes, confidentiality, roundtableTitle: "One", contributionGuids: ["l"] },
  ]);

test("what is known of speakers becomes values of variables, several NPQs as one", () => {
  const { cases, variables } = of("attributed");
  expect(variables.map(({ name }) => name)).toEqual(["Role", "Region", "NPQs taken", "NPQs delivered"]);
  expect(cases[0]?.attributes.map(({ value }) => value)).toEqual([
    "headteacher",
    "London",
    "NPQH; NPQSL",
    "NPQLT",
  ]);
});

test("exports no more than the roundtable's confidentiality allows", () => {
  expect(of("role_only").cases[0]?.attributes.map(({ value }) => value)).toEqual(["headteacher"]);
  expect(of("chatham_house")).toMatchObject({ cases: [{ attributes: [] }], variables: [] });
});
