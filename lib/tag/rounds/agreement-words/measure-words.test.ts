import { expect, test } from "vitest";
import { measuresOf } from "./measure-words";

test("each figure of a theme is given in a sentence, the kappa with the name of its author", () => {
  for (const kind of ["cohen", "fleiss"] as const)
    for (const { means } of measuresOf(kind)) expect(means).toMatch(/^is how .*\.$/);
  const names = (kind: "cohen" | "fleiss") => measuresOf(kind).map(({ name }) => name);
  expect(names("cohen")).toEqual(["Agreement", "Cohen’s kappa", "Krippendorff’s alpha"]);
  expect(names("fleiss")[1]).toBe("Fleiss’ kappa");
});
