import type { ReactNode } from "react";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { ContributionTagging } from "@/lib/tag/coding/tagging";
import type { Mark } from "./marked-text";

export type ShownTheme = Pick<Theme, "id" | "slug" | "title" | "colour" | "axis" | "parentId" | "retired">;
export type ShownTagging = ContributionTagging & {
  /** Sent, and not yet confirmed. */
  saving?: boolean;
};

type Props = {
  taggings: readonly ShownTagging[];
  themes: readonly ShownTheme[];
  /** The contribution's words, to show which of them a theme is about. */
  text?: string;
  /** The contribution's own stance: shown while no theme has one. */
  logged?: Stance | null;
};

/** The themes on a contribution, under their stances; the same tagging by two coders is one chip. */
export function Taggings({ taggings, themes, text = "", logged = null }: Props) {
  const groups = STANCE_ORDER.map((stance) => ({ stance, chips: chipsOf(taggings, themes, stance) })).filter(
    ({ chips }) => chips.length > 0,
  );
  if (groups.length === 0)
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
        {logged && <StanceSign stance={logged} />}
        <span>No theme yet</span>
      </p>
    );
  return (
    <ul aria-label="Themes" className="taggings">
      {groups.map(({ stance, chips }) => (
        <li key={stance}>
          <StanceSign stance={stance} />
          {chips.map(({ key, theme, first, saving, stale, inferred, coders }) => (
            <Chip
              key={key}
              alone={first.spanStart === null && coders === null && !inferred && !stale && !saving}
            >
              <ThemeChip {...theme} />
              {first.spanStart !== null && (
                <span className="voice text-sm text-soft">“{wordsUnder(text, first)}”</span>
              )}
              {coders !== null && <span className="text-sm text-soft">{coders}</span>}
              {inferred && <span className="text-sm text-soft">inferred</span>}
              {stale && <span className="text-sm font-semibold text-improvement">Check again</span>}
              {saving && <span className="text-sm text-soft">Saving…</span>}
            </Chip>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A theme with what is said of it, which stays on its line; on its own it needs no frame. */
function Chip({ alone, children }: { alone: boolean; children: ReactNode }) {
  return alone ? children : <span>{children}</span>;
}

/** The marks under a contribution's words, one for each theme on the same words. */
export function marksOf(taggings: readonly ShownTagging[], themes: readonly ShownTheme[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { themeId, spanStart: start, spanEnd: end } of taggings) {
    const theme = themes.find(({ id }) => id === themeId);
    if (theme && start !== null && end !== null)
      marks.set(`${themeId} ${start} ${end}`, { start, end, colour: theme.colour });
  }
  return [...marks.values()];
}

const MAX_SHOWN = 40;

/** The words of a tagging, shortened where they are many. */
export function wordsUnder(
  text: string,
  { spanStart, spanEnd }: Pick<ShownTagging, "spanStart" | "spanEnd">,
) {
  if (spanStart === null || spanEnd === null) return "";
  const words = sliceCodePoints(text, spanStart, spanEnd);
  return spanEnd - spanStart > MAX_SHOWN ? `${sliceCodePoints(words, 0, MAX_SHOWN)}…` : words;
}

function chipsOf(taggings: readonly ShownTagging[], themes: readonly ShownTheme[], stance: Stance) {
  return themes.flatMap((theme) => {
    const under = taggings.filter((tagging) => tagging.themeId === theme.id && tagging.stance === stance);
    const spans = [...new Set(under.map(({ spanStart, spanEnd }) => `${spanStart} ${spanEnd}`))];
    return spans.flatMap((span) => {
      const same = under.filter(({ spanStart, spanEnd }) => `${spanStart} ${spanEnd}` === span);
      const [first] = same;
      if (!first) return [];
      const saving = same.some((tagging) => tagging.saving);
      const stale = same.every((tagging) => tagging.stale);
      const inferred = same.every(({ explicit }) => !explicit);
      const coders = coderWords(same);
      return [{ key: `${theme.id} ${span}`, theme, first, saving, stale, inferred, coders }];
    });
  });
}

/** Who set it, and in which coding round, if any. */
export function coderOf({ mine, coder, round }: ShownTagging): string {
  return `${mine ? "you" : coder}${round === null ? "" : ` in round ${round}`}`;
}

/** Who set it, here and in which rounds; nothing where only the viewer did, and can change it here. */
function coderWords(taggings: readonly ShownTagging[]): string | null {
  if (taggings.every(({ mine, round }) => mine && round === null)) return null;
  const rounds = [...new Set(taggings.map(({ round }) => round))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return rounds
    .map((round) => {
      const inRound = taggings.filter((tagging) => tagging.round === round);
      const names = [...new Set(inRound.map(({ mine, coder }) => (mine ? "you" : coder)))];
      return `${round === null ? "" : `in round ${round} `}by ${names.join(", ")}`;
    })
    .join("; ");
}
