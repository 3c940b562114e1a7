import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { npqsNamedIn } from "@/lib/capture/people/npq-words";
import type { KeyAction } from "@/lib/tag/coding/keys";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import {
  isFlagged,
  isOwn,
  saidBy,
  shownNpqs,
  shownTaggings,
  type ContributionState,
} from "../kept/pending-changes";

type Pressed = {
  contributionId: string;
  state: ContributionState;
  /** Its words. */
  text: string;
  /** The theme whose tagging the keys change, where one was chosen; otherwise the coder's last one. */
  chosenThemeId: string | null;
  /** The theme that is suggested first. */
  suggestedThemeId: string | undefined;
};

/** The coder's own tagging that the keys change. */
export function taggingUnderKeys({ state, chosenThemeId }: Pick<Pressed, "state" | "chosenThemeId">) {
  const mine = shownTaggings(state).filter(isOwn);
  return mine.findLast(({ themeId }) => themeId === chosenThemeId) ?? mine.at(-1);
}

/** The change that a key makes to a contribution; null where it makes none, or does something else. */
export function changeAskedFor(action: KeyAction, pressed: Pressed): TaggingChange | null {
  const { contributionId, state, suggestedThemeId } = pressed;
  const last = taggingUnderKeys(pressed);
  switch (action.does) {
    case "also": {
      const same = shownTaggings(state).filter((one) => isOwn(one) && one.themeId === last?.themeId);
      const stance = STANCE_ORDER.find((one) => !same.some((tagging) => tagging.stance === one));
      return last && stance ? { change: "set", contributionId, ...saidBy(last), stance } : null;
    }
    case "stance":
      return last && last.stance !== action.stance
        ? { change: "stance", contributionId, ...saidBy(last), to: action.stance }
        : null;
    case "remove":
      return last ? { change: "remove", contributionId, ...saidBy(last) } : null;
    case "reject":
      return suggestedThemeId ? { change: "reject", contributionId, themeId: suggestedThemeId } : null;
    case "flag":
      return { change: isFlagged(state) ? "unflag" : "flag", contributionId };
    case "inferred":
      return last
        ? { change: last.explicit ? "inferred" : "explicit", contributionId, ...saidBy(last) }
        : null;
    case "npq": {
      const marked = shownNpqs(state);
      const next = npqsNamedIn(pressed.text).find((code) => !marked.includes(code));
      return next ? { change: "about", contributionId, npq: next } : null;
    }
    case "keep": {
      const stale = shownTaggings(state).find((tagging) => tagging.stale);
      return stale ? { change: "keep", contributionId, ...saidBy(stale) } : null;
    }
    default:
      return null;
  }
}
