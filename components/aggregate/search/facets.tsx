"use client";

import { Link } from "@/components/ui/link";
import type { FacetGroup, FacetLink } from "@/lib/aggregate/search/facet-groups";
import { addressOf } from "@/lib/aggregate/search/address";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  id: string;
  groups: readonly FacetGroup[];
  counted: boolean;
  /** Where the review is. */
  here: string;
};

/**
 * What the results can be narrowed by, as links; chosen ones come off again. A client component, so that a page holds
 * them once as markup and once as data alone.
 */
export function Facets({ id, groups, counted, here }: Props) {
  if (groups.length === 0) return null;
  return (
    <nav id={id} aria-label="Narrow the results" className="text-meta print:hidden">
      {!counted && <p className="mb-3 text-soft">There are too many results to count under each.</p>}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-6 gap-y-4 lg:grid-cols-1">
        {groups.map(({ name, title, links }) => (
          <section key={name} aria-labelledby={`narrow-${name}`}>
            <h3 id={`narrow-${name}`} className="text-sm">
              {title}
            </h3>
            <ul className="facets">
              {links.map((link) => (
                <li key={link.value}>
                  <Narrow link={link} href={addressOf(here, link.text)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function Narrow({ link: { words, count, chosen }, href }: { link: FacetLink; href: string }) {
  return (
    <Link href={href}>
      {chosen && (
        <span>
          <span aria-hidden>✕ </span>
          <span className="sr-only">Remove </span>
        </span>
      )}
      {chosen ? <b>{words}</b> : <span>{words}</span>}
      {count !== null && (
        <i>
          <span aria-hidden>{count.toLocaleString("en-GB")}</span>
          <span className="sr-only">{`, ${countOf(count, "result")}`}</span>
        </i>
      )}
    </Link>
  );
}
