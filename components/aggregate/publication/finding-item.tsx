import type { ReactNode } from "react";
import type { CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { counterViewWords, quantityInWords } from "@/lib/aggregate/publication/words/published-words";
import { STANCES } from "@/lib/capture/contribution/stance";

type Props = PlacedFinding & { counted: CountedOf; id?: string; children?: ReactNode };

/** A finding as it was released: its statement, how many said so, and what others say. */
export function FindingItem({ finding, counted, hands, id, children }: Props) {
  const { stance, text, supports, contradicts, counterView, divided } = finding;
  const against = contradicts && counterViewWords({ count: contradicts, ...counted });
  return (
    <li id={id}>
      <p className="voice">{text}</p>
      <p>
        <b>{`${STANCES[stance].sign} ${STANCES[stance].word}`}</b>
        {`. ${quantityInWords({ count: supports, ...counted })}.`}
      </p>
      {against && (
        <p>
          {divided && <b>Divided. </b>}
          {counterView === undefined
            ? `${against}. The facilitators did not put their view into words.`
            : `${against}: `}
          {counterView !== undefined && <span className="voice">{counterView}</span>}
        </p>
      )}
      {hands?.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {children}
    </li>
  );
}
