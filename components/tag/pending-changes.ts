import type { LineTagging, TaggingChange } from "@/lib/tag/tagging";
import type { ShownTagging } from "./taggings";

/** A line's themes as the server last said, the changes on their way, and what went wrong with one. */
export type LineState = {
  saved: readonly LineTagging[];
  waiting: readonly TaggingChange[];
  problem: string | null;
};

export const UNTOUCHED: LineState = { saved: [], waiting: [], problem: null };

/** What the line shows: what is saved, and on top of it what is on its way, marked so. */
export function shownTaggings({ saved, waiting }: LineState): readonly ShownTagging[] {
  return waiting.reduce<readonly ShownTagging[]>(applied, saved);
}

function applied(list: readonly ShownTagging[], change: TaggingChange): readonly ShownTagging[] {
  switch (change.change) {
    case "set":
      return findMine(list, change) ? list : [...list, onItsWay(change)];
    case "remove":
      return list.filter((tagging) => tagging !== findMine(list, change));
    case "remove-other":
      return list.filter(({ id }) => id !== change.id);
    case "stance": {
      const without = list.filter((tagging) => tagging !== findMine(list, change));
      const next = { ...change, stance: change.to };
      return findMine(without, next) ? without : [...without, onItsWay(next)];
    }
  }
}

type Said = Pick<LineTagging, "themeId" | "stance">;

/** The viewer's own tagging that says this. */
function findMine<T extends ShownTagging>(list: readonly T[], { themeId, stance }: Said): T | undefined {
  return list.find((tagging) => tagging.mine && tagging.themeId === themeId && tagging.stance === stance);
}

function onItsWay({ themeId, stance }: Said): ShownTagging {
  return { id: `${themeId} ${stance}`, themeId, stance, coder: "", mine: true, saving: true };
}

/** The change that takes this one back, or null where it changes nothing or is a colleague's to set again. */
export function inverseOf(list: readonly ShownTagging[], change: TaggingChange): TaggingChange | null {
  const { contributionId } = change;
  switch (change.change) {
    case "set":
      return findMine(list, change) ? null : { ...change, change: "remove" };
    case "remove":
      return findMine(list, change) ? { ...change, change: "set" } : null;
    case "stance": {
      const { themeId, stance, to } = change;
      if (stance === to || !findMine(list, change) || findMine(list, { themeId, stance: to })) return null;
      return { change: "stance", contributionId, themeId, stance: to, to: stance };
    }
    case "remove-other":
      return null;
  }
}
