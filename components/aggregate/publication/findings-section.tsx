"use client";

import { Link } from "@/components/ui/link";
import type { CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { FindingList } from "./finding-list";

type Props = {
  id: string;
  title: string;
  about: string;
  /** The first of them. */
  findings: readonly PlacedFinding[];
  counted: CountedOf;
  /** How many there are, where not all are told here; and their page, which there is only once they are released. */
  all: number | null;
  allHref: string | null;
};

/** A part of the dashboard with findings of all themes. A client component, so that it is sent once as data alone. */
export function FindingsSection({ id, title, about, findings, counted, all, allHref }: Props) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <p className="section-note">{about}</p>
      {findings.length > 0 && (
        <div className="mt-4">
          <FindingList findings={findings} counted={counted} columns />
        </div>
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
    </section>
  );
}
