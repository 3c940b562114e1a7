import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/access/policy";
import { firstSteps, stepsToDo } from "./steps";

const places = { open: "online", draft: "london", published: "leeds" };
const nothing = { opened: new Set<string>(), taken: new Set<string>() };

describe("first steps", () => {
  it.each(ROLES)("there are three for the %s, each with a place of its own kind", (role) => {
    const steps = firstSteps(role, places);
    expect(steps).toHaveLength(3);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(3);
    expect(stepsToDo(steps, nothing)).toEqual(steps);
  });

  it("disappear when they were done, or opened", () => {
    const lead = firstSteps("lead", places);
    const left = stepsToDo(lead, { opened: new Set(["figures"]), taken: new Set(["report.publish"]) });
    expect(left.map(({ key }) => key)).toEqual(["resolve"]);
  });

  it("do not disappear by opening what is to be done", () => {
    const facilitator = firstSteps("facilitator", places);
    const keys = new Set(facilitator.map(({ key }) => key));
    expect(stepsToDo(facilitator, { opened: keys, taken: new Set() })).toEqual(facilitator);
  });

  it("can be understood alone, since earlier ones may have disappeared", () => {
    const words = ROLES.flatMap((role) => firstSteps(role, places)).map(
      ({ title, hint }) => `${title}. ${hint}`,
    );
    for (const one of words) expect(one).not.toMatch(/\bof it\b|^.*\. (This|It) is\b/);
  });

  it("promise reviewers no link from a report to its evidence, which only facilitators have", () => {
    const read = firstSteps("reviewer", places).find(({ path }) => path.startsWith("reports/"));
    expect(read?.hint).not.toMatch(/evidence/);
  });

  it("lead only to existing places", () => {
    const gone = { open: null, draft: null, published: null };
    expect(firstSteps("facilitator", gone).map(({ key }) => key)).toEqual(["draft"]);
    expect(firstSteps("fellow", gone)).toEqual([]);
  });
});
