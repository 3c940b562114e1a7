"use client";

import { useMemo, type ReactNode } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import { UNCODED, type LineCoding } from "@/lib/tag/coding/tagging";
import { CodingBar } from "@/components/tag/coding/coding-bar";
import type { CodingActions } from "@/components/tag/coding/coding-actions";
import { focusLine } from "@/components/tag/coding/focus-line";
import type { ShownLine } from "@/components/tag/coding/shown-line";
import { changeWords } from "@/components/tag/coding/status-words";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import { useLines } from "@/components/tag/coding/use-lines";
import { useTaggings } from "@/components/tag/coding/use-taggings";
import { PassageLine } from "./passage-line";

type Props = {
  lines: readonly ShownLine[];
  coding: Readonly<Record<string, LineCoding>>;
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  /** The one stance that is shown; left out for all. */
  stance?: Stance | undefined;
  mayRemoveOthers: boolean;
  /** This page's address with its filters. */
  href: string;
  actions: Pick<CodingActions, "send" | "save" | "readKept">;
  /** What follows the passages. */
  children: ReactNode;
};

/**
 * The passages of a theme with the words around them. What is recoded away stays where it was until the page is opened
 * anew, so that it can be read and undone.
 */
export function PassageList({ theme, themes, stance, href, actions, ...rest }: Props) {
  const saved = useMemo(
    () => Object.fromEntries(rest.lines.map(({ id }) => [id, rest.coding[id] ?? UNCODED])),
    [rest.lines, rest.coding],
  );
  const { stateOf, ask, undo, canUndo, status, readAgain } = useTaggings(saved, {
    send: actions.send,
    words: (change) => changeWords(change, themes),
  });
  const lines = useLines({
    address: href,
    fromServer: rest.lines,
    readKept: actions.readKept,
    onRead: readAgain,
  });
  return (
    <>
      <ol aria-label="Passages" className="mt-4 border-t border-line">
        {lines.map((line) => (
          <PassageLine
            key={line.id}
            state={stateOf(line.id)}
            mayRemoveOthers={rest.mayRemoveOthers}
            action={actions.save}
            {...{ line, theme, themes, stance, ask }}
          />
        ))}
      </ol>
      {rest.children}
      <CodingBar status={status} canUndo={canUndo} onUndo={() => focusLine(undo() ?? undefined)} />
    </>
  );
}
