import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { ShownTheme } from "./taggings";

/** What was done, for the status line. */
export function changeWords(
  change: TaggingChange,
  themes: readonly Pick<ShownTheme, "id" | "title">[],
): string {
  const titleOf = (themeId: string) => themes.find(({ id }) => id === themeId)?.title ?? "";
  switch (change.change) {
    case "flag":
      return "Saved: the contribution is flagged to talk about.";
    case "unflag":
      return "Saved: the contribution is no longer flagged.";
    case "about":
      return `Saved: the contribution is about ${change.npq}.`;
    case "not-about":
      return `Saved: the contribution is not about ${change.npq}.`;
    case "explicit":
      return `Saved: the speaker put the stance of ${titleOf(change.themeId)} themselves.`;
    case "inferred":
      return `Saved: the stance of ${titleOf(change.themeId)} is inferred.`;
    case "remove-other":
      return "Saved: a colleague’s theme was removed.";
    case "reopen":
      return "Saved: the theme is set again as it was before.";
    case "reject":
      return `Saved: ${titleOf(change.themeId)} was rejected here.`;
    case "reconsider":
      return `Saved: ${titleOf(change.themeId)} may be suggested here again.`;
    case "keep":
      return `Saved: ${titleOf(change.themeId)} still belongs here.`;
    case "recode":
      return `Saved: now ${titleOf(change.toThemeId)}, ${STANCES[change.to].word.toLowerCase()}.`;
    case "set":
    case "remove":
    case "stance": {
      const stance = STANCES[change.change === "stance" ? change.to : change.stance].word.toLowerCase();
      const on = change.spanStart === undefined ? "" : ", on the marked words";
      const removed = change.change === "remove" ? ", was removed" : "";
      return `Saved: ${titleOf(change.themeId)}, ${stance}${on}${removed}.`;
    }
  }
}

/** The decision about a theme where coders differed. */
export function decidedWords(title: string, stances: readonly Stance[], round: number): string {
  const what =
    stances.length === 0
      ? " does not belong here"
      : `, ${stances.map((stance) => STANCES[stance].word.toLowerCase()).join(" and ")}`;
  return `Decided in round ${round}: ${title}${what}`;
}
