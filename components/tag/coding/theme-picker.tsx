"use client";

import { useEffect, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { firstMatch, narrowTrees, themesInOrder, themeTrees } from "@/lib/tag/codebook/theme-tree";
import { FIND_THEME } from "./focus-contribution";
import { StancePicker } from "./stance-picker";
import type { ShownTheme } from "./taggings";
import { itemId, ThemeTree } from "./theme-tree";

const TREE = "codebook-tree";

type Props = {
  /** The panel around this, which is a popover where the screen is narrow. */
  panelId: string;
  /** Those in use. */
  themes: readonly ShownTheme[];
  keys: ReadonlyMap<string, string>;
  counts: Readonly<Record<string, number>>;
  /** How many contributions are listed, on all pages. */
  total: number;
  /** What a theme is set on, in words; null where there is nothing. */
  target: string | null;
  stance: Stance | null;
  stanceOtherwise: string | null;
  setStance: (stance: Stance | null) => void;
  passagesOf: (theme: ShownTheme) => string;
  onPick: (themeId: string) => void;
  /** Back to the contribution. */
  onLeave: () => void;
  define: () => void;
  showShortcuts: () => void;
};

/** The codebook next to the list: themes are set by pointer, or by typing part of a title and Enter. */
export function ThemePicker({ themes, keys, counts, total, target, onPick, onLeave, ...rest }: Props) {
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
  const [marking, setMarking] = useState(false);
  const trees = narrowTrees(themeTrees(themes), typed);
  const inOrder = themesInOrder(trees);
  const active = inOrder.find(({ id }) => id === picked) ?? firstMatch(trees, typed);
  const activeId = active?.id;

  useEffect(() => {
    if (marking && activeId)
      document.getElementById(itemId(TREE, activeId))?.scrollIntoView({ block: "nearest" });
  }, [marking, activeId]);

  function type(words: string) {
    setTyped(words);
    setPicked(null);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const { key, nativeEvent } = event;
    const at = inOrder.findIndex(({ id }) => id === activeId);
    if (key === "ArrowDown" || key === "ArrowUp")
      setPicked(inOrder[key === "ArrowDown" ? at + 1 : at - 1]?.id ?? activeId ?? null);
    else if (key === "Enter" && !nativeEvent.isComposing) {
      if (!active) return;
      onPick(active.id);
      type("");
    } else if (key === "Escape") {
      if (typed === "") onLeave();
      else type("");
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5">
        <h2 className="mr-auto text-subheading">Codebook</h2>
        <Button variant="quiet" size="small" aria-keyshortcuts="d" onClick={rest.define}>
          Meanings
        </Button>
        <Button variant="quiet" size="small" aria-keyshortcuts="?" onClick={rest.showShortcuts}>
          Shortcuts
        </Button>
        <Button
          variant="quiet"
          size="small"
          popoverTarget={rest.panelId}
          popoverTargetAction="hide"
          className="lg:hidden"
        >
          Close
        </Button>
      </div>
      <p className="mt-1.5 truncate text-soft">{target ?? "There is no contribution to set a theme on."}</p>
      <StancePicker stance={rest.stance} otherwise={rest.stanceOtherwise} onChange={rest.setStance} />
      <input
        id={FIND_THEME}
        type="search"
        role="combobox"
        aria-label="Find a theme"
        placeholder="Find a theme: arrows, then Enter"
        autoComplete="off"
        aria-autocomplete="list"
        aria-haspopup="tree"
        aria-expanded={inOrder.length > 0}
        aria-controls={trees.map(({ axis }) => `${TREE}-${axis}`).join(" ") || undefined}
        aria-activedescendant={activeId ? itemId(TREE, activeId) : undefined}
        value={typed}
        onChange={({ target: field }) => type(field.value)}
        onKeyDown={press}
        onFocus={() => setMarking(true)}
        onBlur={() => setMarking(false)}
        className="mt-2 block min-h-8 w-full shrink-0 rounded border border-soft bg-card px-2.5 py-1 placeholder:text-soft pointer-coarse:min-h-11"
      />
      <p className="mt-1.5 pr-1 text-right text-soft">Out of {countOf(total, "listed contribution")}</p>
      <div className="-mx-1 min-h-0 overflow-y-auto px-1 pb-1">
        {trees.map((tree) => (
          <ThemeTree
            key={tree.axis}
            id={TREE}
            tree={tree}
            keys={keys}
            counts={counts}
            activeId={activeId}
            marking={marking}
            onPick={onPick}
            passagesOf={rest.passagesOf}
          />
        ))}
        <p role="status" className="mt-2 text-soft empty:hidden">
          {inOrder.length === 0 ? "No theme has these words in its title." : ""}
        </p>
      </div>
    </>
  );
}
