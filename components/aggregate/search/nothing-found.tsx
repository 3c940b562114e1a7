import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Results } from "@/lib/aggregate/search/hit";
import type { Query } from "@/lib/aggregate/search/query";
import { queryText } from "@/lib/aggregate/search/query-text";

type Props = { results: Pick<Results, "unknown">; query: Query; hrefOf: (text: string) => string };

/** What to try, for this query. */
export function NothingFound({ results: { unknown }, query, hrefOf }: Props) {
  const { terms, filters } = query;
  const positive = terms.filter(({ not }) => !not);
  const phrases = terms.some(({ phrase, not }) => phrase && !not);
  const words = queryText({ terms, filters: [] });
  return (
    <div className="mt-3">
      <EmptyState title="Nothing matches">
        {unknown.length > 0 && (
          <p>Nothing that you can read has {unknown.map((word) => `“${word}”`).join(" or ")}.</p>
        )}
        <p>You can:</p>
        <ul className="list-disc pl-5">
          {filters.length > 0 && terms.length > 0 && (
            <li>
              <Link href={hrefOf(words)}>search without filters</Link>
            </li>
          )}
          {positive.length > 1 && (
            <li>
              {"use fewer words, because a result has all of them: "}
              {positive.map((term, at) => (
                <span key={at}>
                  {at > 0 && ", "}
                  <Link href={hrefOf(queryText({ terms: [term], filters }))}>{term.text}</Link>
                </span>
              ))}
            </li>
          )}
          {phrases && <li>remove quotation marks, because a phrase is looked for word for word</li>}
          <li>use another word for the same thing</li>
        </ul>
      </EmptyState>
    </div>
  );
}
