import type { ReactNode } from "react";
import { partsOf } from "@/lib/report/draft/written-table";
import { shownText, type ShownPassage } from "./shown";

type Props = {
  id: string;
  passages: readonly ShownPassage[];
  passage: (passage: ShownPassage, key: number) => ReactNode;
};

/** A table that somebody wrote: the first row heads the columns, and the first cell of each other row heads that row. */
export function WrittenTable({ id, passages, passage }: Props) {
  const pieces = passages.map((one) => ({ text: shownText({ passages: [one] }), one }));
  const { caption, rows } = partsOf(pieces);
  const shown = (cell: typeof pieces) => cell.map(({ one }, index) => passage(one, index));
  const label = caption.map(({ text }) => text).join("");
  const [head = [], ...body] = rows;
  return (
    <div
      id={id}
      role="region"
      aria-label={label.trim() || "Table"}
      tabIndex={0}
      className="my-6 overflow-x-auto font-ui"
    >
      <table className="w-full text-meta">
        <caption className="pb-2 text-left text-soft">{shown(caption)}</caption>
        <thead>
          <tr className="border-b border-ink text-left align-bottom">
            {head.map((cell, index) => (
              <Heading key={index} scope="col" className="font-semibold" isEmpty={cell.length === 0}>
                {shown(cell)}
              </Heading>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(([first = [], ...rest], row) => (
            <tr key={row} className="border-b border-faint align-top">
              <Heading scope="row" className="font-normal" isEmpty={first.length === 0}>
                {shown(first)}
              </Heading>
              {rest.map((cell, index) => (
                <td key={index} className="py-1.5 pr-3">
                  {shown(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadingProps = { scope: "col" | "row"; className: string; isEmpty: boolean; children: ReactNode };

/** An empty corner heads nothing, and is no heading. */
function Heading({ scope, className, isEmpty, children }: HeadingProps) {
  if (isEmpty) return <td className="py-1.5 pr-3" />;
  return (
    <th scope={scope} className={`py-1.5 pr-3 text-left ${className}`}>
      {children}
    </th>
  );
}
