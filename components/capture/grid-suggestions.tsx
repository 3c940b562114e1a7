import { useEffect } from "react";
import type { GridKeys, Suggestions } from "./use-grid-keys";

type Props = { id: string; list: Suggestions | null; onTake: GridKeys["take"] };

export const optionId = (id: string, index: number) => `${id}-option-${index}`;

/** What can be chosen for the cell that is typed in, over everything that would cut it off. */
export function GridSuggestions({ id, list, onTake }: Props) {
  const active = list?.active ?? -1;
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <>
      <ul
        id={`${id}-options`}
        role="listbox"
        aria-label={list?.column === "name" ? "Someone already registered" : "Choices"}
        hidden={list === null}
        style={list ? { left: list.at.left, top: list.at.top } : undefined}
        className="fixed z-30 max-h-64 max-w-[min(24rem,90vw)] min-w-40 overflow-auto rounded border-2 border-ink bg-card py-1 shadow-lg"
      >
        {list?.options.map((option, index) => (
          <li
            key={option.key}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            // The cell keeps the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              onTake(option, list);
            }}
            className={`min-h-9 cursor-pointer px-3 py-1 text-meta pointer-coarse:min-h-11 ${
              index === active ? "bg-accent-soft outline-2 -outline-offset-2 outline-accent" : ""
            }`}
          >
            {option.text}
            {option.more && (
              <span className="block text-sm text-soft">Already registered: {option.more}</span>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {list &&
          `${list.options.length} to choose from. The down arrow goes to them, Enter or Tab takes one.`}
      </p>
    </>
  );
}
