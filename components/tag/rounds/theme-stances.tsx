import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { KeyHint } from "@/components/ui/key-hint";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { choiceOf, type Choices } from "@/lib/tag/rounds/round-choices";
import type { Theme } from "@/lib/tag/codebook/theme";
import { ThemeWords } from "./theme-words";

type Props = {
  theme: Theme;
  shortcut: string | undefined;
  /** The theme that the stance keys change. */
  current: boolean;
  chosen: Choices;
  onToggle: (choice: string) => void;
};

/**
 * A theme, which expands to its definition, with a check box for each stance; none ticked means that the
 * theme is absent. On a wide screen the boxes are next to the theme, so that a codebook fits on one screen.
 */
export function ThemeStances({ theme, shortcut, current, chosen, onToggle }: Props) {
  return (
    <fieldset
      className={`relative border-b border-l-4 border-b-faint pl-2 ${current ? "border-l-accent" : "border-l-transparent"}`}
    >
      <legend className="sr-only">{theme.title}</legend>
      <details className="group">
        <summary className="flex min-h-8 cursor-pointer list-none items-center gap-2 xl:mr-[29.75rem] pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          {shortcut && <KeyHint>{shortcut}</KeyHint>}
          <span
            aria-hidden
            className={`size-2.5 shrink-0 forced-colors:border bg-hue-${theme.colour} ${theme.axis === "area" ? "rounded-full" : "rounded-xs"}`}
          />
          <span className="text-sm">
            {theme.axis === "area" && <span className="sr-only">DfE area: </span>}
            {theme.title}
          </span>
          <span className="sr-only">: what it means</span>
          <span
            aria-hidden
            className="grid size-5 shrink-0 place-items-center rounded-full border border-line text-xs font-semibold text-soft group-open:bg-accent-soft"
          >
            ?
          </span>
        </summary>
        <div className="mt-1 mb-2 ml-1 max-w-measure border-l-2 border-line py-1 pl-4 text-sm">
          <ThemeWords theme={theme} />
        </div>
      </details>
      <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-[6.5rem_8.25rem_4.75rem_8.25rem] sm:gap-x-2 xl:absolute xl:top-0 xl:right-0">
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
