"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Definitions } from "@/components/tag/codebook/definitions";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import type { ShownContribution } from "@/components/tag/coding/shown-contribution";
import { useForm } from "@/components/ui/form/form-context";
import { shownChoices } from "@/components/ui/form/form-values";
import { Textarea } from "@/components/ui/form/textarea";
import { STANCES } from "@/lib/capture/contribution/stance";
import { keyAction, themeKeys } from "@/lib/tag/coding/keys";
import {
  moveStance,
  stancesOf,
  toggleChoice,
  toggleTheme,
  withoutTheme,
} from "@/lib/tag/rounds/round-choices";
import type { Theme } from "@/lib/tag/codebook/theme";
import { StanceKeys } from "./stance-keys";
import { ThemeStances } from "./theme-stances";

/** The ids of the links that keys follow, wherever on the page they are. */
export const PREVIOUS_CONTRIBUTION = "previous-contribution";
export const SKIPPED_CONTRIBUTION = "skip-contribution";

type Props = {
  contribution: ShownContribution;
  question: string | null;
  themes: readonly Theme[];
  /** "theme id:stance" for what the coder has set on the contribution so far. */
  set: readonly string[];
  memo: string;
  /** Whether the coder came here from another contribution of the round: then the keys work at once. */
  focused: boolean;
};

/**
 * A contribution of a round with everything a coder may say of it, inside the form that saves it. Single keys
 * act while the contribution itself or one of its boxes has the focus, and never while the memo is typed
 * (WCAG 2.1.4).
 */
export function CodingFields({ contribution, question, themes, focused, ...rest }: Props) {
  const form = useForm();
  const card = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(() => [...shownChoices(form.state, "themes", rest.set)]);
  const [last, setLast] = useState<string | null>(null);
  const [status, setStatus] = useState("");
  const [defining, setDefining] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const keys = themeKeys(themes.map(({ id }) => id));

  useEffect(() => {
    if (focused) card.current?.focus();
  }, [focused]);

  function choose(next: string[], themeId: string) {
    const stances = stancesOf(next, themeId).map((stance) => STANCES[stance].word.toLowerCase());
    setChosen(next);
    setLeaving(null);
    setLast(themeId);
    const title = themes.find(({ id }) => id === themeId)?.title ?? "";
    setStatus(`${title}: ${stances.length === 0 ? "not on this contribution" : stances.join(", ")}`);
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const { target, key } = event;
    // Behind the open definitions nothing is set.
    if (defining) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLTextAreaElement) {
      if (key === "Escape") card.current?.focus();
      return;
    }
    // Up and down go on scrolling; Enter on anything else than the contribution does what it does there.
    if (key === "ArrowUp" || key === "ArrowDown" || (key === "Enter" && target !== card.current)) return;
    if (act(key)) event.preventDefault();
  }

  function act(key: string): boolean {
    if (key === "Enter" || key === "ArrowRight") return save();
    if (key === "ArrowLeft") return leave(PREVIOUS_CONTRIBUTION);
    const action = keyAction(key, keys);
    if (!action) return false;
    switch (action.does) {
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
        setDefining(true);
        return true;
      case "memo":
        card.current?.querySelector("textarea")?.focus();
        return true;
      default:
        return false;
    }
  }

  function save(): boolean {
    card.current?.closest("form")?.requestSubmit();
    return true;
  }

  /** Follows the link of that id; asked twice where something is not saved. */
  function leave(linkId: string): boolean {
    const link = document.getElementById(linkId);
    if (!link) return true;
    const typed = card.current?.querySelector("textarea")?.value ?? rest.memo;
    const changed = typed !== rest.memo || chosen.toSorted().join() !== rest.set.toSorted().join();
    if (changed && leaving !== linkId) {
      setLeaving(linkId);
      setStatus(
        "This contribution is not saved. Press Enter to save it, or the same key again to go without saving.",
      );
      return true;
    }
    link.click();
    return true;
  }

  return (
    <div
      ref={card}
      tabIndex={0}
      role="group"
      aria-label="The contribution and its themes"
      onKeyDown={press}
      className="grid gap-x-10 gap-y-6 p-1 lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_46.5rem] xl:gap-x-6"
    >
      <div className="grid content-start gap-5 lg:sticky lg:top-4 lg:self-start">
        <div>
          {question && <p className="mb-2 max-w-measure text-meta text-soft">{question}</p>}
          <ContributionWords contribution={contribution} where={contribution.where} />
        </div>
        <Textarea
          name="memo"
          label="Memo"
          hint="What made you hesitate?"
          optional
          rows={2}
          limit={2000}
          defaultValue={rest.memo}
        />
      </div>
      <div>
        <StanceKeys />
        <p role="status" className="min-h-6 text-sm text-soft">
          {status}
        </p>
        {themes.map((theme) => (
          <ThemeStances
            key={theme.id}
            theme={theme}
            shortcut={keys.get(theme.id)}
            current={theme.id === last}
            chosen={chosen}
            onToggle={(choice) => choose(toggleChoice(chosen, choice), theme.id)}
          />
        ))}
      </div>
      <Definitions themes={themes} keys={keys} open={defining} onClose={() => setDefining(false)} />
    </div>
  );
}
