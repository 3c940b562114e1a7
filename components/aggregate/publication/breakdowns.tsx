import { Link } from "@/components/ui/link";
import {
  ATTRIBUTE_WORDS,
  breakdownRows,
  groupWords,
} from "@/lib/aggregate/publication/words/breakdown-words";
import { isShown } from "@/lib/aggregate/publication/published-count";
import { cellInShort } from "@/lib/aggregate/publication/release-page-data";
import type { Release, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { contrastSentence, whoIsShown } from "@/lib/aggregate/publication/words/group-words";
import { NOT_SHOWN } from "@/lib/aggregate/publication/words/published-words";
import { HowPublished } from "./how-published";
import { WordTable } from "@/components/aggregate/figures/word-table";

type Props = {
  release: Pick<Release, "number" | "breakdowns">;
  themes: readonly ReleasedTheme[];
  by: string | null;
  byHref: (attribute: string) => string;
  threshold: number;
};

/** What people of different roles, phases, schools and regions raised: one breakdown, and links to the others. */
export function Breakdowns({ release, themes, by, byHref, threshold }: Props) {
  const { breakdowns } = release;
  const shown = breakdowns.find(({ attribute }) => attribute === by) ?? breakdowns[0];
  const contrast = shown ? contrastSentence(shown, themes) : null;
  return (
    <section aria-labelledby="groups" className="mt-10">
      <h2 id="groups">Groups of people</h2>
      {shown ? (
        <>
          <nav aria-label="Groups by" className="mt-2 print:hidden">
            <ul className="flex flex-wrap gap-x-5 gap-y-1 text-meta [&_[aria-current]]:font-semibold [&_[aria-current]]:text-ink [&_[aria-current]]:no-underline [&>li]:py-1">
              {breakdowns.map(({ attribute }) => (
                <li key={attribute}>
                  <Link
                    href={byHref(attribute)}
                    aria-current={attribute === shown.attribute ? "true" : undefined}
                  >
                    {`By ${ATTRIBUTE_WORDS[attribute]}`}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {contrast !== null && <p className="mt-2 max-w-measure">{contrast}</p>}
          <div className="mt-3">
            <WordTable
              caption={`People who raised each theme, by ${ATTRIBUTE_WORDS[shown.attribute]}`}
              note={shown.release === release.number ? undefined : `Counted in release ${shown.release}.`}
              first="Theme"
              columns={shown.groups.map(({ group, present }) => ({
                name: groupWords(group),
                below: `of ${present.toLocaleString("en-GB")}`,
              }))}
              rows={breakdownRows(shown, themes).map(({ theme, figures }) => ({
                title: theme.title,
                cells: figures.map(cellInShort),
              }))}
            />
          </div>
          <p className="mt-2 max-w-measure text-meta text-soft">{whoIsShown(shown).join(" ")}</p>
          {shown.groups.some(({ themes: own }) => Object.values(own).some((figure) => !isShown(figure))) && (
            <p className="mt-2 max-w-measure text-meta text-soft">{NOT_SHOWN}</p>
          )}
          <HowPublished of="breakdowns" threshold={threshold} />
        </>
      ) : (
        <p className="mt-1 max-w-measure text-meta text-soft">
          No group was large enough to be shown without giving somebody away.
        </p>
      )}
    </section>
  );
}
