import { Link } from "@/components/ui/link";
import { stackedBars, type Bar } from "@/lib/aggregate/figures/chart";
import type { Figure, ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";
import { barWords, figureNumber } from "@/lib/aggregate/figures/figure-words";
import { ThemeBar } from "./theme-bar";

type Props = {
  caption: string;
  table: ThemeTable;
  axis: ThemeFigures["axis"];
  hrefOf: (theme: ThemeFigures) => string;
};

const HEAD = "py-1.5 pr-4 align-bottom text-sm font-semibold text-soft last:pr-0";

/**
 * Themes by how many people raised them, with the bar between the name and the numbers. On a narrow screen
 * each row becomes a block. The roles are explicit because browsers drop them with `display: block`.
 */
export function ThemeFiguresTable({ caption, table, axis, hrefOf }: Props) {
  const themes = table.themes.filter((theme) => theme.axis === axis);
  const bars = new Map(stackedBars(table).map((bar) => [bar.themeId, bar]));
  const { value: of } = table.people;
  const oneRoundtable = table.scope.roundtables < 2;
  return (
    <table role="table" className="block w-full border-collapse text-meta md:table print:table">
      <caption className="sr-only">{caption}</caption>
      <thead
        role="rowgroup"
        className="sr-only md:not-sr-only md:table-header-group print:not-sr-only print:table-header-group"
      >
        <tr role="row" className="border-b-2 border-ink">
          <th role="columnheader" scope="col" className={`${HEAD} w-[30%] text-left`}>
            {axis === "theme" ? "Theme" : "Area"}
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-left`}>
            {`People who raised it, of ${of}`}
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            People
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Contributions
          </th>
          {!oneRoundtable && (
            <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
              Roundtables
            </th>
          )}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        className="block border-t-2 border-ink md:table-row-group md:border-t-0 print:table-row-group"
      >
        {themes.map((theme) => (
          <Row
            key={theme.id}
            theme={theme}
            bar={bars.get(theme.id)}
            href={hrefOf(theme)}
            oneRoundtable={oneRoundtable}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { theme: ThemeFigures; bar: Bar | undefined; href: string; oneRoundtable: boolean };

const CELL = "md:table-cell md:py-2.5 md:pr-4 md:align-middle md:last:pr-0 print:table-cell";

function Row({ theme, bar, href, oneRoundtable }: RowProps) {
  return (
    <tr
      role="row"
      className="flex flex-wrap gap-x-4 gap-y-1.5 border-b border-faint py-3 md:table-row md:py-0 print:table-row"
    >
      <th role="rowheader" scope="row" className={`block basis-full text-left font-semibold ${CELL}`}>
        <Link href={href}>{theme.title}</Link>
      </th>
      <td role="cell" className={`block basis-full md:w-[40%] ${CELL}`}>
        {bar && <ThemeBar bar={bar} words={barWords(theme)} />}
      </td>
      <td role="cell" className={`block whitespace-nowrap tabular-nums md:text-right ${CELL}`}>
        <OutOf figure={theme.people} strong />
        <span className="md:hidden print:hidden"> people</span>
      </td>
      <td role="cell" className={`block whitespace-nowrap tabular-nums md:text-right ${CELL}`}>
        {figureNumber(theme.contributions)}
        <span className="md:hidden print:hidden"> contributions</span>
      </td>
      {!oneRoundtable && (
        <td role="cell" className={`block whitespace-nowrap tabular-nums md:text-right ${CELL}`}>
          <OutOf figure={theme.roundtables} />
          <span className="md:hidden print:hidden"> roundtables</span>
        </td>
      )}
    </tr>
  );
}

function OutOf({ figure, strong }: { figure: Figure; strong?: boolean }) {
  const value = figureNumber(figure);
  return (
    <>
      {strong ? <b className="text-base">{value}</b> : value}
      {figure.of !== null && ` of ${figure.of.toLocaleString("en-GB")}`}
    </>
  );
}
