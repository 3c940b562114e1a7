import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import type { SuggestedTheme } from "@/lib/tag/coding/suggested";
import { focusContributionOf } from "../focus-contribution";
import type { ShownTheme } from "../taggings";

type Props = {
  suggestions: readonly SuggestedTheme[];
  themes: readonly ShownTheme[];
  /** The stance that an accepted one is set with. */
  stance: Stance;
  onAccept: (themeId: string) => void;
  onReject: (themeId: string) => void;
};

/**
 * A machine's suggestions, with reasons; the keys take the first. The row keeps its height while they load,
 * so that nothing moves.
 */
export function SuggestionRow({ suggestions, themes, stance, onAccept, onReject }: Props) {
  const as = STANCES[stance].word.toLowerCase();
  return (
    <div className="mt-1 min-h-9 text-sm text-soft print:hidden">
      {suggestions.length > 0 && (
        <ul aria-label="Suggested, not counted" className="flex flex-wrap items-center gap-x-5 gap-y-1">
          {suggestions.map(({ themeId, words }, index) => {
            const theme = themes.find(({ id }) => id === themeId);
            if (!theme) return null;
            return (
              <li key={themeId} className="inline-flex flex-wrap items-center gap-x-2">
                <span>{index === 0 ? "Suggested:" : "or"}</span>
                <ThemeChip {...theme} />
                {words.length > 0 && <span>for “{words.join("”, “")}”</span>}
                <Button
                  type="button"
                  size="small"
                  variant="quiet"
                  onClick={(event) => {
                    focusContributionOf(event.currentTarget);
                    onAccept(themeId);
                  }}
                  aria-label={`Accept ${theme.title} as ${as}`}
                >
                  Accept as {as} {index === 0 && <KeyHint>y</KeyHint>}
                </Button>
                <Button
                  type="button"
                  size="small"
                  variant="quiet"
                  onClick={(event) => {
                    focusContributionOf(event.currentTarget);
                    onReject(themeId);
                  }}
                  aria-label={`No, not ${theme.title}`}
                >
                  No {index === 0 && <KeyHint>x</KeyHint>}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
