import type { ReactNode } from "react";
import type { Words } from "@/lib/tag/coding/span-words";
import { MarkedText, type Mark } from "./marked-text";
import type { ContributionInWords } from "./shown-contribution";

type Props = {
  contribution: ContributionInWords;
  where?: string;
  marks?: readonly Mark[];
  chosen?: Words | null;
  children?: ReactNode;
};

/** The words, in the serif, under speaker and time. */
export function ContributionWords({ contribution, where, marks = [], chosen = null, children }: Props) {
  const meta = [
    contribution.about,
    contribution.verbatim && "Word for word",
    where,
    contribution.time,
  ].filter((part) => part !== false && part !== undefined && part !== "");
  return (
    <div className="words-block">
      <p>
        <b>{contribution.who}</b>
        {meta.map((part) => ` · ${part}`).join("")}
      </p>
      <MarkedText text={contribution.text} marks={marks} chosen={chosen} />
      {children && <div>{children}</div>}
    </div>
  );
}
