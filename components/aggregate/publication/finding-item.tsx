import type { ReactNode } from "react";
import type { PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { STANCES } from "@/lib/capture/contribution/stance";

type Props = PlacedFinding & { id?: string; children?: ReactNode };

/** A finding as it was released: its statement, how many said so, and what others say. */
export function FindingItem({ finding, hands, id, children }: Props) {
  const { stance, text, said, against, counterView, divided } = finding;
  return (
    <li id={id}>
      <p className="voice">{text}</p>
      <p>
        <b>{`${STANCES[stance].sign} ${STANCES[stance].word}`}</b>
        {`. ${said}`}
      </p>
      {against !== undefined && (
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
