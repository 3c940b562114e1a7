import { useEffect, useRef } from "react";
import type { Choice, Sign } from "@/lib/capture/session/bar/grammar";
import { useListPlace } from "./use-list-place";
import { ChoiceWords, choiceKey } from "./choice-words";

const SIGN_WORDS: Record<Sign, string> = {
  "@": "Speakers",
  "#": "Themes",
  "+": "Stance",
  "-": "Stance",
  "!": "Stance",
  "·": "Stance",
  "?": "Questions",
  "/": "Commands",
};

type Props = {
  id: string;
  sign: Sign;
  choices: readonly Choice[];
  active: number;
  onChoose: (choice: Choice) => void;
  /** What Enter does now and then, where a second Enter logs. */
  enter?: string;
};

/** The choices for a sign, above or below the bar. The words keep the focus. */
export function ChoiceList({ id, sign, choices, active, onChoose, enter }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { side, maxHeight } = useListPlace(list);
  useEffect(() => {
    document.getElementById(`${id}-choice-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active, choices]);
  return (
    <>
      <div
        ref={list}
        style={{ maxHeight }}
        className={`absolute left-0 z-20 flex w-full max-w-xl flex-col rounded border-2 border-ink bg-card ${
          side === "above" ? "bottom-full mb-2" : "top-full mt-2"
        }`}
      >
        <ul
          id={`${id}-choices`}
          role="listbox"
          // A long list must be scrollable without a pointer.
          tabIndex={0}
          aria-label={SIGN_WORDS[sign]}
          className="min-h-0 overflow-y-auto py-1"
        >
          {choices.map((choice, index) => (
            <li
              key={choiceKey(choice)}
              id={`${id}-choice-${index}`}
              role="option"
              aria-selected={index === active}
              // A press here must not take the focus from the words.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              className={`flex min-h-9 cursor-pointer items-center px-3 py-1 text-meta pointer-coarse:min-h-11 ${
                index === active ? "bg-accent-soft outline-2 -outline-offset-2 outline-accent" : ""
              }`}
            >
              <ChoiceWords choice={choice} />
            </li>
          ))}
        </ul>
        {enter && (
          <p
            aria-hidden
            className="shrink-0 truncate border-t border-faint px-3 py-1 text-sm text-soft pointer-coarse:hidden"
          >
            {enter}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {choices.length} to choose from. Enter or Tab chooses the marked one.{" "}
        {enter && "Only the next Enter logs. "}Escape goes back to typing.
      </p>
    </>
  );
}
