"use client";

import { useState } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import { isOwn, shownTaggings, type LineState } from "./pending-changes";
import type { ShownLine } from "./shown-line";

type Asked = {
  stateOf: (lineId: string) => LineState;
  marked: (lineId: string) => Words | null;
  send: (change: TaggingChange) => void;
};

/** Sets themes, by key and by pointer alike: on the marked words, with the stance that was chosen for the next one. */
export function useThemeSetting({ stateOf, marked, send }: Asked) {
  const [nextStance, setNextStance] = useState<Stance | null>(null);
  const [chosen, setChosen] = useState<{ lineId: string; themeId: string } | null>(null);
  /** What the next theme on a line is set as: as chosen, else as the line was logged. */
  const stanceFor = (line: Pick<ShownLine, "stance">) => nextStance ?? line.stance ?? "observation";
  const choose = (lineId: string, themeId: string) => setChosen({ lineId, themeId });

  function setTheme(line: ShownLine, themeId: string, words = marked(line.id)) {
    const span = words ? { spanStart: words.start, spanEnd: words.end } : {};
    choose(line.id, themeId);
    setNextStance(null);
    const same = shownTaggings(stateOf(line.id)).some(
      (tagging) =>
        isOwn(tagging) &&
        tagging.themeId === themeId &&
        (nextStance === null || tagging.stance === nextStance) &&
        tagging.spanStart === (words?.start ?? null) &&
        tagging.spanEnd === (words?.end ?? null),
    );
    if (same) return;
    send({ change: "set", contributionId: line.id, themeId, stance: stanceFor(line), ...span });
  }

  return { nextStance, setNextStance, stanceFor, chosen, choose, setTheme };
}
