import { expect, describe, test } from "vitest";
import { applicationRoutes } from "@/tests/support/routes";
import { isThemeSlug, RESERVED, slugInAddress, themeInAddress, themeSlug, themeSlugs } from "./theme-slug";

describe("the slug of a new theme", () => {
  test("is its title in lower case, and never one that is taken or reserved for a page", () => {
    expect(themeSlug("Early-career teachers & NPQs", [])).toBe("early-career-teachers-npqs");
    expect(themeSlug("Coaching", ["coaching", "coaching-2"])).toBe("coaching-3");
    expect(themeSlug("New", [])).toBe("new-2");
    expect(themeSlug("Exchange", [])).toBe("exchange-2");
    expect(themeSlug("…", [])).toBe("theme");
    const long = "a".repeat(39);
    expect(themeSlug(`${long} bc`, [])).toBe(long);
    expect(themeSlug(`${long}bc`, [`${long}b`])).toBe(`${"a".repeat(38)}-2`);
    const slugs = themeSlugs([]);
    const given = Array.from({ length: 5_000 }, () => slugs(`${long}bc`));
    expect(new Set(given).size).toBe(5_000);
    expect(given.every(isThemeSlug)).toBe(true);
  });

  test("may be longer by a number, as older ones are", () => {
    expect(["a-b", `${"a".repeat(40)}-12`].map(isThemeSlug)).toEqual([true, true]);
    expect(["", "A", "a--b", "-a", "new", "exchange", "a".repeat(41)].map(isThemeSlug)).not.toContain(true);
  });
});

/** What stands beside a theme in the routes, and what a theme's slug could therefore hide. */
function besideThemes(): string[] {
  const routes = applicationRoutes();
  const before = routes.flatMap((route) => /^(.*\/)\[theme\]$/.exec(route)?.[1] ?? []);
  const named = before.flatMap((start) =>
    routes.flatMap((route) =>
      route.startsWith(start) ? (route.slice(start.length).split("/")[0] ?? "") : [],
    ),
  );
  return [...new Set(named)].filter((name) => /^[a-z0-9-]+$/.test(name)).sort();
}

describe("a theme with the name of a page", () => {
  test("cannot be made, whatever pages the routes have beside those of themes", () => {
    expect(besideThemes()).toEqual([...RESERVED].sort());
    expect(besideThemes().filter((name) => isThemeSlug(name) || themeSlug(name, []) === name)).toEqual([]);
  });

  test("has an address of its own where it is older than the page", () => {
    const addresses = RESERVED.map(themeInAddress);
    expect(addresses.filter((address) => RESERVED.includes(address) || isThemeSlug(address))).toEqual([]);
    expect(addresses.map(slugInAddress)).toEqual(RESERVED);
    expect(["coaching", "findings-2"].map(themeInAddress)).toEqual(["coaching", "findings-2"]);
    expect(["coaching", "coaching_", "findings"].map(slugInAddress)).toEqual([
      "coaching",
      "coaching_",
      "findings",
    ]);
  });
});
