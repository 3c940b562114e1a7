import { WordTable } from "@/components/aggregate/figures/word-table";
import { Link } from "@/components/ui/link";
import { isShown } from "@/lib/aggregate/publication/published-count";
import type { ReleasedTable, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { cellInShort } from "@/lib/aggregate/publication/release-page-data";
import { NOT_SHOWN } from "@/lib/aggregate/publication/words/published-words";
import {
  figureOf,
  roundtableContrasts,
  type ReleasedPlace,
} from "@/lib/aggregate/publication/words/compared/roundtable-words";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { HowPublished } from "./how-published";

type Props = {
  /** The review’s. */
  table: ReleasedTable;
  places: readonly ReleasedPlace[];
  /** Only the people who took it; null: all who raised the theme. */
  stance: Stance | null;
  placeHref: (roundtable: ReleasedPlace["roundtable"]) => string;
  themeHref: (theme: ReleasedTheme) => string;
};

/** The themes of a release down, and its roundtables across, beside the whole review. */
export function RoundtablesCompared({ table, places, stance, placeHref, themeHref }: Props) {
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  // Roundtables first: a narrow screen has room for two columns.
  const columns = [
    ...places.map((place) => ({ name: place.roundtable.title, ...place })),
    { name: "All roundtables", ...table },
  ];
  const rows = themes.map((theme) => ({
    theme,
    figures: columns.map(({ themes: own }) => {
      const found = own.find(({ id }) => id === theme.id);
      return found ? figureOf(found, stance) : null;
    }),
  }));
  const who =
    stance === null ? "raised each theme" : `raised each theme with the stance “${STANCES[stance].word}”`;
  return (
    <>
      <ul className="mt-4 grid max-w-measure list-disc gap-1 pl-5">
        {roundtableContrasts(places, themes, stance).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-4">
        <WordTable
          caption={`People who ${who}, by roundtable`}
          first="Theme"
          columns={columns.map(({ name, present }) => ({
            name,
            below: `of ${present.toLocaleString("en-GB")}`,
          }))}
          rows={rows.map(({ theme, figures }) => ({
            title: theme.title,
            href: themeHref(theme),
            cells: figures.map(cellInShort),
          }))}
        />
      </div>
      {rows.some(({ figures }) => figures.some((figure) => figure !== null && !isShown(figure))) && (
        <p className="section-note mt-2">{NOT_SHOWN}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
        {places.map(({ roundtable }) => (
          <Link key={roundtable.id} href={placeHref(roundtable)}>
            {`All figures of ${roundtable.title}`}
          </Link>
        ))}
      </p>
      <HowPublished of="people" threshold={themes[0]?.people.threshold ?? 0} />
    </>
  );
}
