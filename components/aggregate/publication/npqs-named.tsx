import { Link } from "@/components/ui/link";
import { NPQS } from "@/lib/capture/people/vocabulary";
import { byPublishedCount, isShown } from "@/lib/aggregate/publication/published-count";
import { cellInShort, namedPairs } from "@/lib/aggregate/publication/release-page-data";
import type { ReleasedNpqs } from "@/lib/aggregate/publication/release-contents";
import { pairsInShort } from "@/lib/aggregate/publication/words/overview/answers";
import { NAMED_TOGETHER, NOT_SHOWN } from "@/lib/aggregate/publication/words/published-words";
import { HowPublished } from "./how-published";
import { WordTable } from "@/components/aggregate/figures/word-table";

type Props = {
  npqs: ReleasedNpqs;
  threshold: number;
  themeHref: (theme: { slug: string }) => string;
};

/** Which NPQs people spoke about, and which of them they named together where they spoke about repetition. */
export function NpqsNamed({ npqs, threshold, themeHref }: Props) {
  const spoken = npqs.npqs
    .filter(({ people }) => people.count.is !== "none")
    .sort((a, b) => byPublishedCount(a.people, b.people));
  const silent = npqs.npqs.filter(({ people }) => people.count.is === "none").map(({ npq }) => npq);
  return (
    <>
      {spoken.length === 0 ? (
        <p className="mt-1 max-w-measure text-meta text-soft">No contribution names an NPQ.</p>
      ) : (
        <>
          <div className="mt-3">
            <WordTable
              caption="People who spoke about each NPQ"
              first="NPQ"
              columns={[{ name: "How many people" }]}
              rows={spoken.map(({ npq, people }) => ({
                title: `${npq}, ${NPQS.find(({ code }) => code === npq)?.name.toLowerCase() ?? ""}`,
                cells: [cellInShort(people)],
              }))}
            />
          </div>
          {silent.length > 0 && (
            <p className="mt-2 max-w-measure text-meta text-soft">{`Nobody spoke about ${silent.join(", ")}. A person may have spoken about several NPQs, or about none.`}</p>
          )}
          {npqs.theme && <Overlaps npqs={npqs} theme={npqs.theme} themeHref={themeHref} />}
          {[...npqs.npqs, ...npqs.pairs].some(({ people }) => !isShown(people)) && (
            <p className="mt-2 max-w-measure text-meta text-soft">{NOT_SHOWN}</p>
          )}
          <HowPublished of="npqs" threshold={threshold} />
        </>
      )}
    </>
  );
}

type OverlapProps = Pick<Props, "npqs" | "themeHref"> & { theme: NonNullable<ReleasedNpqs["theme"]> };

function Overlaps({ npqs, theme, themeHref }: OverlapProps) {
  const named = namedPairs(npqs);
  return (
    <>
      <h2 id="together" className="mt-8">
        Which of them were named together
      </h2>
      {named.length === 0 ? (
        <p className="mt-1 max-w-measure">
          Nobody who spoke about <Link href={themeHref(theme)}>{theme.title}</Link> named two NPQs there.
        </p>
      ) : (
        <>
          <p className="mt-1 mb-3 max-w-measure">
            People who spoke about <Link href={themeHref(theme)}>{theme.title}</Link> and named both NPQs
            there. {NAMED_TOGETHER}
          </p>
          <WordTable
            caption="People who named both NPQs"
            first="Two NPQs"
            columns={[{ name: "How many people" }]}
            rows={named.map(({ title, people }) => ({ title, cells: [cellInShort(people)] }))}
          />
          <p className="mt-2 max-w-measure text-meta text-soft">Nobody named any other two together there.</p>
        </>
      )}
      <p className="mt-3 max-w-measure">
        <Link href={`${themeHref(theme)}#findings`}>{`What people said on ${theme.title}`}</Link>
      </p>
    </>
  );
}

/** On the page of the theme of repetition: which NPQs people named together there, and the page that has all of them. */
export function NamedTogether({ npqs, href }: { npqs: ReleasedNpqs; href: string }) {
  const together = pairsInShort(npqs);
  return (
    <section aria-labelledby="together" className="mt-10">
      <h2 id="together">NPQs named together under this theme</h2>
      <p className="mt-1 max-w-measure">
        {together === null ? "Nobody named two NPQs here." : `Most widely: ${together}. ${NAMED_TOGETHER}`}
      </p>
      <p className="mt-2">
        <Link href={href}>All NPQs that were named together</Link>
      </p>
    </section>
  );
}
