import { seededRandom } from "@/lib/platform/random";
import { allocate } from "./allocation";

/** A line that may be drawn: `stratum` names what it is sampled by, such as its roundtable and its speaker's phase. */
export type Drawable = { id: string; stratum: string };

export type Sample<Line extends Drawable> = {
  /** In the order in which they are to be coded; `weight` is how many lines of its stratum each stands for. */
  lines: { line: Line; weight: number }[];
  /** Every stratum, by name: how many lines it has and how many of them were drawn. */
  strata: { stratum: string; lines: number; drawn: number }[];
};

/**
 * A sample of lines, stratified in proportion. The same lines and seed give the same sample in whatever order the
 * lines come. A stratum of which none could be drawn (more strata than `size`) is spoken for by no line's weight.
 */
export function drawSample<Line extends Drawable>(
  lines: readonly Line[],
  { size, seed }: { size: number; seed: number },
): Sample<Line> {
  const random = seededRandom(seed);
  const strata = new Map<string, Line[]>();
  for (const line of [...lines].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const members = strata.get(line.stratum);
    if (members) members.push(line);
    else strata.set(line.stratum, [line]);
  }
  const sizes = new Map([...strata].map(([stratum, members]) => [stratum, members.length]));
  // In the order of their names, as the allocation has them.
  const drawn = [...allocate(sizes, size)].map(([stratum, count]) => {
    const members = strata.get(stratum) ?? [];
    const chosen = shuffled(members, random).slice(0, count);
    return { stratum, lines: members.length, chosen };
  });
  return {
    lines: shuffled(
      drawn.flatMap(({ chosen, lines }) => chosen.map((line) => ({ line, weight: lines / chosen.length }))),
      random,
    ),
    strata: drawn.map(({ stratum, lines, chosen }) => ({ stratum, lines, drawn: chosen.length })),
  };
}

/** In an order that is as likely as any other (Fisher & Yates, in Durstenfeld's form). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => {
    const at = Math.floor(random() * left.length);
    const last = left.length - 1;
    const picked = left.slice(at, at + 1);
    left.splice(at, 1, ...left.slice(last, last + 1));
    left.pop();
    return picked;
  });
}
