"use client";

import { useId, useState, type KeyboardEvent } from "react";
import { ColourChip } from "@/components/ui/colour-chip";
import { choicesFor } from "@/lib/capture/session/bar/choices";
import type { Choice } from "@/lib/capture/session/bar/grammar";
import { ChoiceList } from "./choice/choice-list";
import type { Theme } from "../types";

type Props = {
  themes: readonly Theme[];
  themeIds: readonly string[];
  onThemes: (themeIds: string[]) => void;
};

/**
 * The themes of a contribution: each can be removed, and another is added by typing the beginning of one of
 * its words.
 */
export function ThemeField({ themes, themeIds, onThemes }: Props) {
  const id = useId();
  /** The typed text; null while the list is closed. */
  const [sought, setSought] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const free = themes.filter((theme) => !themeIds.includes(theme.id));
  const choices = sought === null ? [] : themesFor(sought, free);
  const active = Math.min(marked, choices.length - 1);
  const open = choices.length > 0;

  const look = (words: string | null) => {
    setSought(words);
    setMarked(0);
  };
  const choose = (choice: Choice | undefined) => {
    if (choice?.kind === "theme") onThemes([...themeIds, choice.id]);
    look(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowDown" && !open) look(sought ?? "");
    else if (!open) return;
    else if (key === "ArrowDown") setMarked((active + 1) % choices.length);
    else if (key === "ArrowUp") setMarked((active - 1 + choices.length) % choices.length);
    else if (key === "Enter") choose(choices[active]);
    else if (key === "Escape") look(null);
    else return;
    event.preventDefault();
    // Otherwise the editor around it would save, or close.
    event.stopPropagation();
  };
  return (
    <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Themes">
      {themes
        .filter((theme) => themeIds.includes(theme.id))
        .map((theme) => (
          <button
            key={theme.id}
            type="button"
            aria-label={`Remove the theme ${theme.title}`}
            onClick={() => onThemes(themeIds.filter((one) => one !== theme.id))}
            className="inline-flex min-h-8 cursor-pointer items-center pointer-coarse:min-h-11"
          >
            <ColourChip colour={theme.colour} round={theme.area}>
              {theme.title} <span aria-hidden>×</span>
            </ColourChip>
          </button>
        ))}
      <div className="relative">
        {open && (
          <ChoiceList
            id={id}
            sign="#"
            choices={choices}
            active={active}
            onChoose={(choice) => choose(choice)}
          />
        )}
        <label htmlFor={`${id}-sought`} className="sr-only">
          Add a theme
        </label>
        <input
          id={`${id}-sought`}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-choices`}
          aria-activedescendant={open ? `${id}-choice-${active}` : undefined}
          autoComplete="off"
          placeholder="Add a theme"
          value={sought ?? ""}
          onChange={({ target }) => look(target.value)}
          onClick={() => look(sought ?? "")}
          onBlur={() => look(null)}
          onKeyDown={onKeyDown}
          className="min-h-9 w-44 rounded border border-line bg-card px-2 text-meta placeholder:text-soft pointer-coarse:min-h-11"
        />
      </div>
    </div>
  );
}

function themesFor(sought: string, themes: readonly Theme[]): Choice[] {
  const session = { speakers: [], questions: [], tables: [], commands: [], themes };
  return choicesFor({ sign: "#", query: sought, start: 0, end: 0 }, session);
}
