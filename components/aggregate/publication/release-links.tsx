"use client";

import { Link } from "@/components/ui/link";

type Props = {
  /** The same page, with tables before the findings or without. */
  show: { href: string; tables: boolean };
  /** The page of all findings. */
  all: { href: string; findings: number; ofAll: boolean };
};

/** What readers do with a whole release. */
export function ReleaseLinks({ show, all }: Props) {
  return (
    <>
      <p className="py-1 print:hidden">
        <Link href={show.href}>{show.tables ? "Show tables first" : "Show findings first"}</Link>
      </p>
      <p className="py-1 print:hidden">
        <a href="#take-away">Take this release away</a>
      </p>
      {all.findings > 0 && (
        <p className="py-1 print:hidden">
          <Link
            href={all.href}
          >{`All ${all.findings} findings${all.ofAll ? ", of all roundtables" : ""}`}</Link>
        </p>
      )}
    </>
  );
}
