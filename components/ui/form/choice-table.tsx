import type { ReactNode } from "react";

type Row = { key: string; what: string; about: ReactNode; choice: ReactNode };
type Props = { caption: string; captionHidden?: boolean; what: string; choice: string; rows: readonly Row[] };

/**
 * Many small choices, each next to what it is about: compact, because they are read down and mostly left
 * alone.
 */
export function ChoiceTable({ caption, captionHidden, what, choice, rows }: Props) {
  return (
    <table className="w-full table-fixed border-collapse text-meta">
      <caption className={captionHidden ? "sr-only" : "pb-1 text-left text-subheading"}>{caption}</caption>
      <thead>
        <tr className="border-b-2 border-ink text-left text-sm text-soft">
          <th scope="col" className="w-2/5 py-1 pr-3 font-semibold">
            {what}
          </th>
          <th scope="col" className="py-1 font-semibold">
            {choice}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-b border-faint align-top">
            <th scope="row" className="py-1.5 pr-3 text-left leading-snug font-semibold break-words">
              {row.what}
              <span className="block font-normal text-soft">{row.about}</span>
            </th>
            <td className="py-1.5">{row.choice}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
