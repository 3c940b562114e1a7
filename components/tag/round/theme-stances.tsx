import { StanceSign } from "@/components/capture/stance-sign";
import { ThemeChip } from "@/components/tag/theme-chip";
import { Details } from "@/components/ui/details";
import { Kbd } from "@/components/ui/kbd";
import { STANCE_ORDER } from "@/lib/capture/stance";
import { choiceOf, type Choices } from "@/lib/tag/round-choices";
import type { Theme } from "@/lib/tag/theme";
import { ThemeWords } from "./theme-words";

type Props = {
  theme: Theme;
  shortcut: string | undefined;
  /** The theme that the stance keys change. */
  current: boolean;
  chosen: Choices;
  onToggle: (choice: string) => void;
};

/** A theme with a box for each stance; none ticked means that the theme is not on the line. */
export function ThemeStances({ theme, shortcut, current, chosen, onToggle }: Props) {
  return (
    <fieldset
      className={`border-b border-faint py-2 pl-2 ${current ? "border-l-4 border-l-accent" : "border-l-4 border-l-transparent"}`}
    >
      <legend className="sr-only">{theme.title}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span aria-hidden className="inline-flex items-center gap-2">
          {shortcut && <Kbd>{shortcut}</Kbd>}
          <ThemeChip {...theme} />
        </span>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {STANCE_ORDER.map((stance) => {
            const choice = choiceOf(theme.id, stance);
            return (
              <label
                key={stance}
                className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 pointer-coarse:min-h-11"
              >
                <input
                  type="checkbox"
                  name="themes"
                  value={choice}
                  checked={chosen.includes(choice)}
                  onChange={() => onToggle(choice)}
                  className="size-5"
                />
                <StanceSign stance={stance} />
              </label>
            );
          })}
        </span>
      </div>
      <div className="text-sm">
        <Details summary="What belongs here">
          <ThemeWords theme={theme} />
        </Details>
      </div>
    </fieldset>
  );
}
