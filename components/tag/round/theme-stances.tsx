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
      className={`border-b border-faint py-1 pl-2 ${current ? "border-l-4 border-l-accent" : "border-l-4 border-l-transparent"}`}
    >
      <legend className="sr-only">{theme.title}</legend>
      <div className="flex flex-wrap items-center gap-x-5">
        <span aria-hidden className="inline-flex items-center gap-2 py-1">
          {shortcut && <Kbd>{shortcut}</Kbd>}
          <ThemeChip {...theme} />
        </span>
        {/* Beside the theme while it is closed, on lines of its own once it is open. */}
        <div className="text-sm has-[details[open]]:basis-full">
          <Details
            summary={
              <>
                What it means<span className="sr-only">: {theme.title}</span>
              </>
            }
          >
            <ThemeWords theme={theme} />
          </Details>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-4 pl-1">
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
      </div>
    </fieldset>
  );
}
