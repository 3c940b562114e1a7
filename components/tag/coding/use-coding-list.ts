"use client";

import { useMemo, useState } from "react";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { CodingActions } from "./coding-actions";
import { useContributionKeys } from "./keys/use-contribution-keys";
import { useThemeKeys } from "./keys/use-theme-keys";
import { useTurning } from "./keys/use-turning";
import { unpackPage, type PackedPage } from "./contribution/packed-page";
import { changeWords } from "./status-words";
import type { ShownTheme } from "./taggings";
import { useContributions } from "./use-contributions";
import { useCurrentContribution } from "./use-current-contribution";
import { useOpening } from "./use-opening";
import { useMarkedWords } from "./use-marked-words";
import { useSuggestions } from "./use-suggestions";
import { useTaggings } from "./use-taggings";
import { useThemeSetting } from "./use-theme-setting";

/** One page of contributions to code, as the server read it. */
export type CodingPage = {
  page: PackedPage;
  themes: readonly ShownTheme[];
  suggestionsShown: boolean;
  /** The contribution whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters, and those of the pages before and after. */
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  actions: CodingActions;
};

/** A list of contributions that is being coded: what it shows, and what every key and press does in it. */
export function useCodingList(page: CodingPage) {
  const { page: packed, themes, opened, href, previousHref, nextHref, actions } = page;
  const { contributions: fromServer, coding: saved } = useMemo(
    () => unpackPage(packed, themes),
    [packed, themes],
  );
  const taggings = useTaggings(saved, {
    send: actions.send,
    words: (change) => changeWords(change, themes),
    isHere: (contributionId) => contributions.some(({ id }) => id === contributionId),
  });
  const { stateOf, say, undo, readAgain: onRead } = taggings;
  const { readKept } = actions;
  const contributions = useContributions({ address: href, fromServer, readKept, onRead });
  const marks = useMarkedWords();
  const ids = fromServer.map(({ id }) => id);
  const suggestions = useSuggestions(ids, page.suggestionsShown, actions.suggest);
  const { current, setCurrent, open, setOpen } = useCurrentContribution({ href, opened, contributions });
  const { show, isOpening } = useOpening({ setOpen, say });
  const [reading, setReading] = useState<"definitions" | "shortcuts" | null>(null);
  const keys = useThemeKeys(themes);
  const setting = useThemeSetting({ stateOf, marked: marks.on, send });
  const pages = useTurning({ href, previousHref, nextHref, contributions, stateOf, say });

  function send(change: TaggingChange) {
    const { contributionId } = change;
    const seen = suggestions.on(contributionId, stateOf(contributionId)).map(({ themeId }) => themeId);
    taggings.ask(change.change === "set" ? { ...change, seen } : change);
    suggestions.coded();
  }

  const shown = { contributions, keys, stateOf, marks, suggestions, open, setOpen: show };
  const press = useContributionKeys({
    ...shown,
    ...setting,
    ...pages,
    isWaiting: () => pages.isTurning() || isOpening(),
    send,
    say,
    undo,
    define: () => setReading("definitions"),
    showShortcuts: () => setReading("shortcuts"),
  });
  return { ...shown, taggings, current, setCurrent, reading, setReading, setting, send, press };
}

export type CodingList = ReturnType<typeof useCodingList>;
