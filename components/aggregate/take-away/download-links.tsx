"use client";

import { Link } from "@/components/ui/link";
import { RELEASE_FORMATS } from "@/lib/aggregate/take-away/release-file";

type Props = {
  review: string;
  release: number;
  /** Whether the page shows one roundtable, and the files show all of them. */
  ofAll: boolean;
};

/** A release as files. They are plain links: a download is no page. */
export function DownloadLinks({ review, release, ofAll }: Props) {
  return (
    <section aria-labelledby="take-away" className="mt-10 print:hidden">
      <h2 id="take-away">Take this release away</h2>
      {ofAll && (
        <p className="section-note">
          The files are of the whole release: all roundtables together, and each by itself. The chart is of
          this roundtable alone.
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 [&_a]:inline-block [&_a]:py-1">
        {Object.entries(RELEASE_FORMATS).map(([format, { word }]) => (
          <li key={format}>
            <a href={`/reviews/${review}/dashboard/download?release=${release}&format=${format}`} download>
              {`Download ${word}`}
            </a>
          </li>
        ))}
        <li>
          <Link href={`/reviews/${review}/citations`}>What I cite</Link>
        </li>
      </ul>
    </section>
  );
}
