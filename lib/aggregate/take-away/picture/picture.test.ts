import { expect, test } from "vitest";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import { releasedPicture } from "./bar-pictures";
import { framed, shortened, wrapped, type Picture } from "./picture";
import { crc32, withPngText } from "./png-text";
import { svgOf } from "./svg";
import { heatPicture } from "./table-pictures";

const ABOUT = {
  title: "Themes & <more>",
  scope: "A review. Contributions of SENCOs, at 2 roundtables.",
  from: "Release 2 of 3 March 2026",
  link: "https://example.org/reviews/npq/dashboard?release=2&by=role",
};
const BARS: Picture = {
  width: 100,
  height: 40,
  shapes: [{ is: "box", x: 1, y: 2, width: 3.456, height: 4, fill: "ask" }],
};

test("a file says in its picture, its title and its metadata where its figures are from", () => {
  const svg = svgOf(framed(BARS, ABOUT), ABOUT);
  expect(svg).toContain('<title id="title">Themes &amp; &lt;more&gt;</title>');
  for (const text of [ABOUT.scope, ABOUT.from]) {
    expect(svg.match(/<desc[^>]*>.*<\/desc>/)?.[0]).toContain(text);
    expect(svg.match(/<metadata>.*<\/metadata>/)?.[0]).toContain(text);
    expect(svg).toContain(`>${text}</text>`);
  }
  expect(svg).toContain('width="3.46"');
});

test("the frame moves the drawing below what stands above it", () => {
  const { height, shapes } = framed(BARS, ABOUT);
  const bar = shapes.find((shape) => shape.is === "box" && shape.fill === "ask");
  expect(bar).toMatchObject({ width: 3.456, height: 4 });
  expect(bar && "y" in bar && bar.y).toBeGreaterThan(80);
  expect(height).toBeGreaterThan(BARS.height + 100);
});

test("long words are wrapped and shortened", () => {
  expect(wrapped("one two three four", 8)).toEqual(["one two", "three", "four"]);
  expect(shortened("Leadership", 6)).toBe("Leade…");
});

test("a PNG gets its texts behind its header, each with its checksum", () => {
  // The signature, an IHDR chunk and an IEND chunk.
  const png = Uint8Array.from([
    ...[137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82],
    ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137],
    ...[0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130],
  ]);
  const texted = withPngText(png, { Title: "Themes – é" });
  expect([...texted.subarray(0, 33)]).toEqual([...png.subarray(0, 33)]);
  expect([...texted.subarray(-12)]).toEqual([...png.subarray(-12)]);
  expect(new TextDecoder().decode(texted)).toContain("iTXtTitle");
  // The checksum of IEND, as the format gives it.
  expect(crc32(new TextEncoder().encode("IEND"))).toBe(0xae426082);
});

test("a long name is drawn whole, and the marks of a chart are explained in it", () => {
  const title = "Learning about memory and attention and what happens in the classroom afterwards";
  const people = publishCount(10, 29, 5);
  const stances = { strength: people, improvement: people, ask: people, observation: people };
  const theme = {
    id: "t",
    slug: "t",
    title,
    colour: "1",
    axis: "theme" as const,
    people,
    stances,
    hands: [],
  };
  const textsOf = ({ shapes }: Picture) =>
    shapes.flatMap((shape) => (shape.is === "text" ? [shape.text] : [])).join(" ");
  const heat = textsOf(
    heatPicture({ columns: ["Primary"], rows: [{ title, cells: [["none", 0]] }], key: "Darker is more." }),
  );
  expect(heat).toContain(title);
  expect(heat).toContain("Darker is more.");
  const bars = textsOf(releasedPicture({ themes: [theme] }));
  expect(bars).toContain(title);
  expect(bars).toContain("figures are rounded");
});
