"use client";

import { Link } from "@/components/ui/link";

/** Two themes by their places in the list of themes, people who raised both and either, and contributions under both. */
type PairShown = readonly [
  first: number,
  second: number,
  both: number,
  either: number,
  contributions: number,
];

type Props = {
  themes: readonly (readonly [slug: string, title: string])[];
  pairs: readonly PairShown[];
  /** The address of the dashboard, and what of it says which contributions are counted. */
  home: string;
  query: string;
};

/**
 * Pairs of themes with the contributions that are under both, in the order given. A client component, so that a page
 * holds them once as markup and once as data alone.
 */
export function PairList({ themes, pairs, home, query }: Props) {
  return (
    <ol className="pairs">
      {pairs.map(([one, other, both, either, contributions]) => {
        const [first = "", firstTitle = ""] = themes[one] ?? [];
        const [second = "", secondTitle = ""] = themes[other] ?? [];
        return (
          <li key={`${first} ${second}`}>
            <b>{`${firstTitle} and ${secondTitle}`}</b>
            <p>
              {`${both} of ${either} people who raised either raised both. `}
              {contributions > 0 ? (
                <Link href={`${home}/${first}?${query}${query && "&"}also=${second}`}>
                  {contributions === 1
                    ? "Read the contribution about both"
                    : `Read the ${contributions} contributions about both`}
                </Link>
              ) : (
                "No contribution is about both."
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
