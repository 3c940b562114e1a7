import { Link } from "@/components/ui/link";
import type { FacetGroup, FacetLink } from "@/lib/aggregate/search/facet-groups";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  id: string;
  groups: readonly FacetGroup[];
  counted: boolean;
  hrefOf: (text: string) => string;
};

/** What the results can be narrowed by, as links; chosen ones come off again. */
export function Facets({ id, groups, counted, hrefOf }: Props) {
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
            <ul className="mt-1">
              {links.map((link) => (
                <li key={link.value}>
                  <Narrow link={link} href={hrefOf(link.text)} />
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
    <Link href={href} className="flex min-h-8 items-baseline gap-2 py-1 pointer-coarse:min-h-11">
      {chosen && (
        <span>
          <span aria-hidden>✕ </span>
          <span className="sr-only">Remove </span>
        </span>
      )}
      <span className={chosen ? "font-semibold" : ""}>{words}</span>
      {count !== null && (
        <span className="ml-auto text-soft tabular-nums">
          <span aria-hidden>{count.toLocaleString("en-GB")}</span>
          <span className="sr-only">, {countOf(count, "result")}</span>
        </span>
      )}
    </Link>
  );
}
