import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");

function hexTokens(block: string): Map<string, string> {
  const found = block.matchAll(/--color-([a-z0-9-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

function blockAfter(opening: string): string {
  const start = css.indexOf(opening);
  return css.slice(start, css.indexOf("\n}", start));
}

const light = hexTokens(blockAfter("@theme static {"));
const schemes = {
  light,
  dark: new Map([...light, ...hexTokens(blockAfter("@media screen and (prefers-color-scheme: dark) {"))]),
};

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (higher + 0.05) / (lower + 0.05);
}

const TEXT = ["ink", "soft", "accent", "danger", "success", "warning"];
const STANCES = ["strength", "improvement", "ask", "observation"];
const HUES = Array.from({ length: 11 }, (_, index) => `hue-${index + 1}`);

const TEXT_PAIRS = [
  ...[...TEXT, ...STANCES].flatMap((name) => [
    [name, "paper"],
    [name, "card"],
  ]),
  ...["accent", "danger", "success", "warning"].flatMap((name) => [
    [name, `${name}-soft`],
    ["ink", `${name}-soft`],
    ["soft", `${name}-soft`],
  ]),
  ["on-accent", "accent"],
  ["ink", "mark"],
  ["ink", "mark-on"],
  ["ink", "track"],
];
const MARK_PAIRS = [
  ...[...HUES, "mixed"].flatMap((name) => [
    [name, "paper"],
    [name, "card"],
  ]),
  ["mark-line", "paper"],
];

describe.each(Object.entries(schemes))("%s scheme", (_, tokens) => {
  const hex = (name = "") => tokens.get(name) ?? expect.fail(`no colour called ${name}`);

  test.each(TEXT_PAIRS)("text in %s on %s has 4.5:1", (text, ground) => {
    expect(contrast(hex(text), hex(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(MARK_PAIRS)("a mark in %s on %s has 3:1", (mark, ground) => {
    expect(contrast(hex(mark), hex(ground))).toBeGreaterThanOrEqual(3);
  });
  test("the focus indicator contrasts with the page by its ring or its halo", () => {
    const best = Math.max(contrast(hex("focus-ring"), hex("paper")), contrast(hex("focus"), hex("paper")));
    expect(best).toBeGreaterThanOrEqual(3);
    expect(contrast(hex("focus-ring"), hex("focus"))).toBeGreaterThanOrEqual(3);
  });
});
