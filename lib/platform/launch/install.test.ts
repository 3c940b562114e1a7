import { describe, expect, it } from "vitest";
import { missingPackages } from "./install.mjs";

const wanted = {
  packages: {
    "": {},
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/built-for-another-computer": { version: "1.0.0", optional: true },
  },
};

describe("missingPackages", () => {
  it("finds nothing missing when each package is there in its version", () => {
    expect(missingPackages(wanted, { packages: { "node_modules/zod": { version: "4.6.7" } } })).toEqual([]);
  });

  it("finds a package that is absent", () => {
    expect(missingPackages(wanted, { packages: {} })).toEqual(["node_modules/zod"]);
  });

  it("finds a package that is there in another version", () => {
    const installed = { packages: { "node_modules/zod": { version: "4.6.6" } } };
    expect(missingPackages(wanted, installed)).toEqual(["node_modules/zod"]);
  });
});
