import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import type { PlacedFinding } from "@/lib/aggregate/publication/release-page-data";

type Props = PlacedFinding & { id?: string; children?: ReactNode };

/** A finding as it was released: its statement, how many said so, and what others say. */
export function FindingItem({ finding, theme, hands, id, children }: Props) {
  const { stance, text, said, against, counterView } = finding;
  return (
    <li id={id}>
      <p className="voice">{text}</p>
      <p>
        <b>{stance}</b>
        {`. ${said} `}
        {theme && <Link href={theme.href}>{theme.title}</Link>}
      </p>
      {against !== undefined && (
        <p>
          {counterView === undefined ? `${against}.` : `${against}: `}
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
