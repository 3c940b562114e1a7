import { useEffect, useLayoutEffect, useRef } from "react";
import { cellName } from "@/lib/capture/registration/grid/grid-form";
import type { GridKeys } from "./use-grid-keys";
import type { Suggestions } from "./use-suggestions";

type Props = { id: string; list: Suggestions | null; onTake: GridKeys["take"] };

export const optionId = (id: string, index: number) => `${id}-option-${index}`;

/**
 * The position of the list: below the cell with its error or, where that does not fit, above it, however the
 * page or the table is scrolled.
 */
function useBelow(cell: string | null, options: Suggestions["options"] | undefined) {
  const element = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (cell === null) return;
    const place = () => {
      const [input] = document.getElementsByName(cell);
      const { left, top, bottom } = input?.closest("td")?.getBoundingClientRect() ?? {};
      const list = element.current;
      if (left === undefined || top === undefined || bottom === undefined || !list) return;
      const above = bottom + list.offsetHeight > window.innerHeight && top > list.offsetHeight;
      const last = window.innerWidth - list.offsetWidth;
      list.style.left = `${Math.max(0, Math.min(left, last))}px`;
      list.style.top = `${above ? top - list.offsetHeight : bottom}px`;
    };
    place();
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [cell, options]);
  return element;
}

/** The choices for the cell that is edited, above everything that would clip them. */
export function GridSuggestions({ id, list, onTake }: Props) {
  const active = list?.active ?? -1;
  const element = useBelow(list && cellName(list.column, list.id), list?.options);
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <>
      <ul
        ref={element}
        id={`${id}-options`}
        role="listbox"
        aria-label={labelOf(list)}
        hidden={list === null}
        className="fixed z-30 max-h-[min(16rem,40dvh)] max-w-[min(24rem,90vw)] min-w-40 overflow-auto rounded border-2 border-ink bg-card py-1 shadow-lg"
      >
        {list?.similar && (
          <li role="presentation" className="px-3 py-1 text-sm text-soft">
            Did you mean
          </li>
        )}
        {list?.options.map((option, index) => (
          <li
            key={option.key}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            // The cell keeps the focus; losing it would close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(option, list.id, list.column)}
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
        {list && statusOf(list)}
      </p>
    </>
  );
}

function labelOf(list: Suggestions | null): string {
  if (list?.similar) return "Did you mean";
  return list?.column === "name" ? "Someone already registered" : "Choices";
}

function statusOf({ options, active, opened }: Suggestions): string {
  const taken = options[active];
  if (taken && !opened) return `${taken.text} will be entered when you leave the cell.`;
  return `${options.length} to choose from. Press the down arrow to reach them, then Enter or Tab to choose one.`;
}
