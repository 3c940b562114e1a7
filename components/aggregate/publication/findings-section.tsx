"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { FindingList } from "./finding-list";

type Props = {
  id: string;
  title: string;
  about: string;
  findings: readonly PlacedFinding[];
  /** Shows of hands that are about none of the findings, each with its theme. */
  hands?: readonly { sentence: string; theme: string; href: string }[];
  /** What is said of them in place of telling them here. */
  lines?: readonly string[];
  counted: CountedOf;
  /** How many there are, where not all are told here; and their page, which there is only once they are released. */
  all: number | null;
  allHref: string | null;
  children?: ReactNode;
};

/** A part of the dashboard with findings, the first of them. A client component, so that it is sent once as data alone. */
export function FindingsSection({
  id,
  title,
  about,
  findings,
  lines = [],
  hands = [],
  counted,
  all,
  allHref,
  children,
}: Props) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <p className="section-note">{about}</p>
      {findings.length > 0 && (
        <div className="mt-4">
          <FindingList findings={findings} counted={counted} columns />
        </div>
      )}
      {lines.length > 0 && (
        <ul className="mt-2 grid max-w-measure list-disc gap-1 pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {all !== null && (
        <p className="mt-3">
          {allHref ? (
            <Link href={allHref}>{`See all ${all} together`}</Link>
          ) : (
            `Reviewers will see all ${all} together on a page of their own.`
          )}
        </p>
      )}
      {hands.length > 0 && (
        <>
          <h3 className="mt-6">Other shows of hands</h3>
          <ul className="mt-1 grid max-w-measure list-disc gap-1 pl-5">
            {hands.map(({ sentence, theme, href }) => (
              <li key={sentence}>
                {sentence} <Link href={href}>{theme}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {children}
    </section>
  );
}
