"use client";

import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { StatementWords } from "@/components/synthesise/finding/statement";
import type { Finding } from "@/lib/synthesise/finding/finding";
import { AttachButtons } from "./attach-buttons";

type Props = {
  finding: Pick<Finding, "id" | "text" | "stance" | "counterView"> & {
    /** Who is behind it, as a sentence. */
    evidence: string;
  };
  /** Whether it has enough evidence to be split. */
  splits: boolean;
  /** Counted from 1: the number that attaches to it. */
  place: number;
  /** The findings of the review. */
  home: string;
  /** Whether there is another finding that it could be merged with. */
  hasOthers: boolean;
  /** What is asked about it. */
  children?: ReactNode;
};

/**
 * A finding on the board: what it says, and what can be done with it. A client component, so that a page holds it once as
 * markup and once as data alone.
 */
export function FindingCard({ finding, splits, place, home, hasOthers, children }: Props) {
  const here = `${home}/${finding.id}`;
  return (
    <li data-finding={place} className="border border-line bg-card p-3 sm:p-4">
      <h3 className="mb-2 text-sm font-normal text-soft">Finding {place}</h3>
      <StatementWords {...finding} />
      <AttachButtons findingId={finding.id} place={place} text={finding.text} />
      {children}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-meta">
        <Link href={here}>
          Evidence<span className="sr-only"> of finding {place}</span>
        </Link>
        <Link href={`${here}/change`}>
          Reword<span className="sr-only"> finding {place}</span>
        </Link>
        {splits && (
          <Link href={`${here}/split`}>
            Split<span className="sr-only"> finding {place}</span>
          </Link>
        )}
        {hasOthers && (
          <Link href={`${here}/merge`}>
            Merge<span className="sr-only"> finding {place} with another</span>
          </Link>
        )}
      </p>
    </li>
  );
}
