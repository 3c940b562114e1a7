import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { alphaReading } from "@/lib/tag/rounds/agreement-words/convention-words";
import {
  coefficientWords,
  listWords,
  percentWords,
  rangeWords,
} from "@/lib/tag/rounds/agreement-words/figure-words";
import type { Estimate } from "@/lib/tag/rounds/agreement/interval";
import { measuresOf } from "@/lib/tag/rounds/agreement-words/measure-words";
import { UNDEFINED_WORDS } from "@/lib/tag/rounds/agreement/statistic";
import type { ThemeAgreement } from "@/lib/tag/rounds/agreement/theme-agreement";
import type { StoredAgreement } from "@/lib/tag/rounds/stored-agreement";

type Props = {
  coderIds: StoredAgreement["coderIds"];
  figures: readonly ThemeAgreement[];
  /** Theme to its title, and coder to their name. */
  titles: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
};

/** How often each coder set each theme, how well they agree on it, and what each figure means. */
export function AgreementTable({ coderIds, figures, titles, names }: Props) {
  const measures = measuresOf(figures[0]?.kappa.kind ?? "cohen");
  return (
    <>
      <Table
        caption="By theme, each figure over its 95% interval"
        columns={[
          { label: "Theme" },
          { label: "Set by" },
          ...measures.map(({ name }) => ({ label: name, numeric: true })),
        ]}
        rows={figures.map((figure) => ({
          key: figure.theme,
          cells: [
            <ThemeCell key="theme" title={titles.get(figure.theme) ?? ""} figure={figure} />,
            <SetBy key="coders" figure={figure} names={coderIds.map((id) => names.get(id) ?? "A coder")} />,
            <Figure key="percent" of={figure.percent} say={percentWords} ends={percentWords} />,
            <Figure key="kappa" of={figure.kappa} say={coefficientWords} />,
            <Figure key="alpha" of={figure.alpha} say={coefficientWords} reading={alphaReading} />,
          ],
        }))}
      />
      {missingOf(figures, titles).map((words) => (
        <p key={words} className="mt-3 max-w-measure text-meta">
          {words}
        </p>
      ))}
      <ul className="mt-3 grid max-w-measure gap-1 text-meta text-soft">
        {measures.map(({ name, means }) => (
          <li key={name}>
            <b className="text-ink">{name}</b> {means}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How often each coder set the theme, of the contributions they read. */
function SetBy({ figure: { coders }, names }: { figure: ThemeAgreement; names: readonly string[] }) {
  return names.map((name, index) => {
    const counts = coders[index];
    return (
      counts && (
        <span key={name} className="block sm:text-left sm:whitespace-nowrap">
          {name} {counts.present} of {counts.read}
        </span>
      )
    );
  });
}

function ThemeCell({ title, figure: { warnings } }: { title: string; figure: ThemeAgreement }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {title}
      {warnings.length > 0 && <Tag tone="warning">Read with care</Tag>}
    </span>
  );
}

type FigureProps = {
  of: Estimate;
  say: (value: number) => string;
  /** How the ends of its interval are formatted, where not as a coefficient. */
  ends?: (value: number) => string;
  /** Whether it is good. */
  reading?: (value: number) => string;
};

/** The figure over its interval; the reason for a missing one is given once, under the table. */
function Figure({ of: { statistic, interval }, say, ends, reading }: FigureProps): ReactNode {
  if ("undefined" in statistic) return "Undefined";
  return (
    <>
      {say(statistic.value)}
      <span className="block text-sm text-soft">
        {"undefined" in interval ? "No interval" : rangeWords(interval, ends)}
      </span>
      {reading && <span className="block text-sm">{reading(statistic.value)}</span>}
    </>
  );
}

/** "Undefined" and "No interval", each with its reason and the themes concerned. */
function missingOf(figures: readonly ThemeAgreement[], titles: Props["titles"]): string[] {
  const said = new Map<string, Set<string>>();
  for (const { theme, percent, kappa, alpha } of figures)
    for (const { statistic, interval } of [percent, kappa, alpha]) {
      const reason =
        "undefined" in statistic
          ? `Undefined, because ${UNDEFINED_WORDS[statistic.undefined]}`
          : "undefined" in interval && `No interval, because ${UNDEFINED_WORDS[interval.undefined]}`;
      if (!reason) continue;
      const themes = said.get(reason) ?? new Set();
      said.set(reason, themes.add(titles.get(theme) ?? ""));
    }
  return [...said].map(([reason, themes]) => `${reason}: ${listWords([...themes])}.`);
}
