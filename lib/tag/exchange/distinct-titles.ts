import { codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Theme } from "@/lib/tag/codebook/theme";

type Titled = {
  guid: string | null;
  title: string;
  /** The title of its direct parent, which need not be at the top level. */
  above: string | null;
};
type Known = Pick<Theme, "id" | "title" | "parentId">;

/** The most code points in a theme's title. */
const MAX_TITLE = 60;

export const folded = (title: string) => title.trim().toLowerCase();

/**
 * Codes with titles that tell them apart. Programs allow “Positive” under both “Time” and “Cost”, but two
 * themes with one title could not be told apart on a contribution: the first becomes “Time: Positive”. A code
 * that matches a theme here, by its identifier or by its title under the same parent, keeps its title.
 */
export function distinctTitles<Code extends Titled>(codes: readonly Code[], known: readonly Known[]): Code[] {
  const times = new Map<string, number>();
  for (const { title } of codes) times.set(folded(title), (times.get(folded(title)) ?? 0) + 1);
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  const here = new Set(known.map(({ title, parentId }) => under(title, parentId && titles.get(parentId))));
  return codes.map((code) => {
    const { guid, title, above } = code;
    const alone = times.get(folded(title)) === 1 || above === null;
    if (alone || (guid !== null && titles.has(guid)) || here.has(under(title, above))) return code;
    return { ...code, title: joined(above, title) };
  });
}

function under(title: string, above: string | null | undefined): string {
  return `${folded(title)}\n${folded(above ?? "")}`;
}

function joined(above: string, title: string): string {
  const whole = `${above}: ${title}`;
  const over = codePointLength(whole) - MAX_TITLE;
  const left = codePointLength(above) - over - 1;
  return over <= 0 || left < 1 ? whole : `${sliceCodePoints(above, 0, left).trim()}…: ${title}`;
}
