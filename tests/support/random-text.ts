import { seededRandom } from "@/lib/platform/random";

/** What means something in the files that we write. */
const SIGNS = [
  ..."\"'\\#$*_`~<>&@[](){}=+-|/:;%^!\n\t ",
  "//",
  "/*",
  "*/",
  "]]>",
  "<!--",
  "\\u{41}",
  '"#"',
  "${x}",
];
const BLOCKS = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x5ff],
  [0x2010, 0x2bff],
  [0x4e00, 0x4e40],
  [0x1f300, 0x1faff],
  [0xe000, 0xe010],
] as const;

/** A text that somebody could have typed or pasted: any characters but those that XML has no place for. */
export function randomText(seed: number): string {
  const random = seededRandom(seed);
  const within = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pieces = Array.from({ length: within(1, 40) }, () => {
    if (random() < 0.5) return SIGNS[within(0, SIGNS.length - 1)] ?? "";
    const [low, high] = BLOCKS[within(0, BLOCKS.length - 1)] ?? [0x20, 0x7e];
    return String.fromCodePoint(within(low, high));
  });
  // Never blank: a paragraph of spaces alone is none.
  return `a${pieces.join("")}z`;
}
