import { Table } from "@/components/ui/table";
import { ATTRIBUTE_WORDS, groupWords } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { countInTable, NOT_SHOWN, startingSentence } from "@/lib/aggregate/publication/words/published-words";
import { isShown } from "@/lib/aggregate/publication/published-count";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import type { Release, ReleasedBreakdown } from "@/lib/aggregate/publication/release-contents";
import { listWords } from "@/lib/tag/rounds/agreement-words/figure-words";
import { HowPublished } from "./how-published";

/** "about 10 of 12"; of what is not shown, only how many were present. */
function outOf(figure: PublishedFigure | undefined, present: number): string {
  const of = present.toLocaleString("en-GB");
  if (figure && !isShown(figure)) return `not shown, ${of} present`;
  return `${figure ? countInTable(figure) : "none"} of ${of}`;
}

/** Where no group of a breakdown has a figure of the theme, that is said in one line. */
function isHidden({ groups }: ReleasedBreakdown, themeId: string): boolean {
  return groups.every(({ themes }) => themes[themeId] !== undefined && !isShown(themes[themeId]));
}

type Props = { themeId: string; release: Pick<Release, "number" | "breakdowns" | "tables"> };

/** Who raised one theme: a small table for each breakdown. */
export function ThemeGroups({ themeId, release }: Props) {
  const { breakdowns, number, tables } = release;
  if (breakdowns.length === 0) return null;
  const hidden = breakdowns.filter((breakdown) => isHidden(breakdown, themeId));
  return (
    <section aria-labelledby="groups" className="mt-10">
      <h2 id="groups">Groups of people</h2>
      <div className="mt-3 grid items-start gap-8 sm:grid-cols-2">
        {breakdowns
          .filter((one) => !hidden.includes(one))
          .map(({ attribute, groups, release: counted }) => (
            <div key={attribute}>
              <Table
                caption={`By ${ATTRIBUTE_WORDS[attribute]}`}
                columns={[
                  { label: startingSentence(ATTRIBUTE_WORDS[attribute]) },
                  { label: "People", numeric: true },
                ]}
                rows={groups.map(({ group, present, themes }) => {
                  const figure = themes[themeId];
                  return {
                    key: group,
                    cells: [groupWords(group), outOf(figure, present)],
                  };
                })}
              />
              {counted !== number && (
                <p className="mt-1 text-sm text-soft">{`Counted in release ${counted}.`}</p>
              )}
            </div>
          ))}
      </div>
      {hidden.length > 0 && (
        <p className="mt-3 max-w-measure text-meta text-soft">
          {`Not shown for any group: the figures by ${listWords(hidden.map(({ attribute }) => ATTRIBUTE_WORDS[attribute]))}. ${NOT_SHOWN}`}
        </p>
      )}
      <HowPublished of="breakdowns" threshold={tables[0]?.themes[0]?.people.threshold ?? 0} />
    </section>
  );
}
