"use client";

import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Words } from "@/lib/tag/coding/span-words";
import type { ReadMeanings } from "@/components/tag/codebook/definitions";
import { later, usePrepared } from "@/components/ui/later";
import { closeCodebook, focusContribution } from "./focus-contribution";
import { otherwiseWords, type ContributionInWords } from "./shown-contribution";
import type { ShownTheme } from "./taggings";
import { ThemePicker } from "./theme-picker";
import type { useThemeSetting } from "./use-theme-setting";

const dialogs = later(() => import("./panel-dialogs"));

type Reading = "definitions" | "shortcuts" | null;
type Props = {
  id: string;
  themes: readonly ShownTheme[];
  keys: ReadonlyMap<string, string>;
  counts: Readonly<Record<string, number>>;
  total: number;
  /** The contribution on which themes are set, and its marked words. */
  target: ContributionInWords | undefined;
  marked: Words | null;
  setting: ReturnType<typeof useThemeSetting>;
  passagesHref: string;
  reading: Reading;
  setReading: (reading: Reading) => void;
  readMeanings: ReadMeanings;
};

/** The codebook: next to the list and always visible or, on a narrow screen, a popover. */
export function CodingPanel({
  id,
  themes,
  keys,
  target,
  marked,
  setting,
  reading,
  setReading,
  ...rest
}: Props) {
  const reads = usePrepared(dialogs);
  function leave() {
    closeCodebook();
    focusContribution(target?.id);
  }
  return (
    <>
      <aside
        id={id}
        popover="auto"
        aria-label="Codebook"
        className="m-auto w-[min(24rem,94vw)] overflow-y-auto rounded border border-line bg-paper p-4 text-sm text-ink backdrop:bg-ink/30 max-lg:max-h-[92vh] lg:sticky lg:top-6 lg:m-0 lg:flex lg:h-auto lg:max-h-[calc(100vh-8.5rem)] lg:w-auto lg:flex-col lg:self-start lg:overflow-visible lg:border-0 lg:p-0 print:hidden"
      >
        <ThemePicker
          panelId={id}
          themes={themes.filter(({ retired }) => !retired)}
          keys={keys}
          counts={rest.counts}
          total={rest.total}
          target={target ? targetWords(target, marked) : null}
          stance={setting.nextStance}
          stanceOtherwise={target ? otherwiseWords(target) : null}
          setStance={setting.setNextStance}
          passagesOf={(theme) => rest.passagesHref.replace("*", theme.slug)}
          onPick={(themeId) => {
            if (target) setting.setTheme(target, themeId);
            leave();
          }}
          onLeave={leave}
          define={() => setReading("definitions")}
          showShortcuts={() => setReading("shortcuts")}
        />
      </aside>
      {reads && (
        <reads.Definitions
          read={rest.readMeanings}
          keys={keys}
          open={reading === "definitions"}
          onClose={() => setReading(null)}
        />
      )}
      {reads && (
        <reads.Shortcuts
          open={reading === "shortcuts"}
          onClose={() => {
            setReading(null);
            // The keys act on a contribution, wherever the shortcuts were opened from.
            focusContribution(target?.id);
          }}
        />
      )}
    </>
  );
}

/** What the next theme is set on. */
function targetWords({ who, text }: ContributionInWords, marked: Words | null): string {
  return marked
    ? `Themes are set on the marked words: “${sliceCodePoints(text, marked.start, marked.end)}”`
    : `Themes are set on ${who}: “${text}”`;
}
