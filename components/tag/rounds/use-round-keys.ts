import { useState, type KeyboardEvent, type RefObject } from "react";
import { keyAction } from "@/lib/tag/coding/keys";
import { moveStance, toggleTheme, withoutTheme } from "@/lib/tag/rounds/round-choices";
import { PREVIOUS_CONTRIBUTION, SKIPPED_CONTRIBUTION } from "./round-links";
import type { RoundChoices } from "./use-round-choices";

type Props = {
  card: RefObject<HTMLDivElement | null>;
  choices: RoundChoices;
  keys: ReadonlyMap<string, string>;
  /** What is saved so far. */
  set: readonly string[];
  memo: string;
  defining: boolean;
  define: () => void;
};

/** What the keys do on a contribution of a round; where they would leave unsaved work, they ask first. */
export function useRoundKeys(props: Props) {
  const { card, choices } = props;
  const [leaving, setLeaving] = useState<{ linkId: string; chosen: readonly string[] } | null>(null);

  /** Follows the link with that id; it needs a second press where something is not saved. */
  function leave(linkId: string): boolean {
    const link = document.getElementById(linkId);
    if (!link) return true;
    const typed = card.current?.querySelector("textarea")?.value ?? props.memo;
    const changed = typed !== props.memo || choices.chosen.toSorted().join() !== props.set.toSorted().join();
    // Anything chosen since the question makes it a new question.
    const asked = leaving?.linkId === linkId && leaving.chosen === choices.chosen;
    if (changed && !asked) {
      setLeaving({ linkId, chosen: choices.chosen });
      choices.setStatus(
        "This contribution is not saved. Press Enter to save it, or the same key again to leave without saving.",
      );
      return true;
    }
    link.click();
    return true;
  }

  return function press(event: KeyboardEvent<HTMLDivElement>) {
    const { target, key } = event;
    // While the definitions are open, nothing is set.
    if (props.defining) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLTextAreaElement) {
      if (key === "Escape") card.current?.focus();
      return;
    }
    // Up and down still scroll; Enter on anything other than the contribution does what it does there.
    if (key === "ArrowUp" || key === "ArrowDown" || (key === "Enter" && target !== card.current)) return;
    if (act(key, props, leave)) event.preventDefault();
  };
}

/** Whether the key did anything. */
function act(key: string, props: Props, leave: (linkId: string) => boolean): boolean {
  const { card, choices, keys } = props;
  const { chosen, last, choose } = choices;
  const save = () => {
    card.current?.closest("form")?.requestSubmit();
    return true;
  };
  if (key === "Enter" || key === "ArrowRight") return save();
  if (key === "ArrowLeft") return leave(PREVIOUS_CONTRIBUTION);
  const action = keyAction(key, keys);
  switch (action?.does) {
    case "theme":
      choose(toggleTheme(chosen, action.themeId), action.themeId);
      return true;
    case "stance":
      if (last === null) return false;
      choose(moveStance(chosen, last, action.stance), last);
      return true;
    case "remove":
      if (last === null) return false;
      choose(withoutTheme(chosen, last), last);
      return true;
    case "move":
      return action.by === 1 ? save() : leave(PREVIOUS_CONTRIBUTION);
    case "untagged":
      return leave(SKIPPED_CONTRIBUTION);
    case "definitions":
      props.define();
      return true;
    case "memo":
      card.current?.querySelector("textarea")?.focus();
      return true;
    default:
      return false;
  }
}
