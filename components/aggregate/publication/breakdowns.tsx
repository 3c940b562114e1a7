import {
  ATTRIBUTE_WORDS,
  breakdownRows,
  groupWords,
} from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { isShown } from "@/lib/aggregate/publication/published-count";
import { cellInShort } from "@/lib/aggregate/publication/release-page-data";
import type { Release, ReleasedBreakdown, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { contrastSentence, whoIsShown } from "@/lib/aggregate/publication/words/compared/group-words";
import { NOT_SHOWN } from "@/lib/aggregate/publication/words/published-words";
import { HowPublished } from "./how-published";
import { WordTable } from "@/components/aggregate/figures/word-table";

type Props = {
  release: Pick<Release, "number">;
  breakdown: ReleasedBreakdown;
  themes: readonly ReleasedTheme[];
  threshold: number;
};

/** What people of different roles, phases, schools or regions raised. */
export function Breakdown({ release, breakdown, themes, threshold }: Props) {
  const { attribute, groups } = breakdown;
  const contrast = contrastSentence(breakdown, themes);
  const all = breakdownRows(breakdown, themes);
  const hidden = all.filter(isHidden);
  return (
    <>
      {contrast !== null && <p className="mt-4 max-w-measure">{contrast}</p>}
      <div className="mt-4">
        <WordTable
          caption={`People who raised each theme, by ${ATTRIBUTE_WORDS[attribute]}`}
          note={breakdown.release === release.number ? undefined : `Counted in release ${breakdown.release}.`}
          first="Theme"
          columns={groups.map(({ group, present }) => ({
            name: groupWords(group),
            below: `of ${present.toLocaleString("en-GB")}`,
          }))}
          rows={all
            .filter((row) => !isHidden(row))
            .map(({ theme, figures }) => ({
              title: theme.title,
              cells: figures.map(cellInShort),
            }))}
        />
      </div>
      {hidden.length > 0 && (
        <p className="mt-2 max-w-measure text-meta text-soft">
          {`Not shown for any of these groups: ${hidden.map(({ theme }) => theme.title).join("; ")}.`}
        </p>
      )}
      <p className="mt-2 max-w-measure text-meta text-soft">{whoIsShown(breakdown).join(" ")}</p>
      {groups.some(({ themes: own }) => Object.values(own).some((figure) => !isShown(figure))) && (
        <p className="mt-2 max-w-measure text-meta text-soft">{NOT_SHOWN}</p>
      )}
      <HowPublished of="breakdowns" threshold={threshold} />
    </>
  );
}

/** A theme of which no group has a figure is said in one line. */
function isHidden({ figures }: ReturnType<typeof breakdownRows>[number]): boolean {
  return figures.every((figure) => figure !== null && !isShown(figure));
}
