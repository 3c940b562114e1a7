import type { ReactNode } from "react";
import { findingInShort } from "@/lib/aggregate/publication/release-page-data";
import type { ReleasedFinding, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { countOf } from "@/lib/platform/text/count-words";
import { FindingList } from "./finding-list";

type Props = {
  id: string;
  title: string;
  about: string;
  /** Said where there are none. */
  none: string;
  findings: readonly ReleasedFinding[];
  themes: readonly ReleasedTheme[];
  hrefOf: (theme: ReleasedTheme) => string;
  children?: ReactNode;
};

/** The dashboard is an overview: the rest are on the pages of their themes. */
const SHOWN = 6;

/** Findings across themes that have something in common. */
export function FindingsAcross({ id, title, about, none, findings, themes, hrefOf, children }: Props) {
  const inShort = (finding: ReleasedFinding) => {
    const theme = themes.find(({ id: themeId }) => themeId === finding.themeId);
    const short = findingInShort(finding);
    return theme ? { ...short, theme: { title: theme.title, href: hrefOf(theme) } } : short;
  };
  const more = findings.length - SHOWN;
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <p className="mt-1 max-w-measure text-meta text-soft">{findings.length === 0 ? none : about}</p>
      {findings.length > 0 && (
        <div className="mt-4">
          <FindingList findings={findings.slice(0, SHOWN).map(inShort)} />
        </div>
      )}
      {more > 0 && (
        <p className="mt-2 text-meta text-soft">
          {`There ${more === 1 ? "is" : "are"} ${countOf(more, "more finding")} on the pages of the themes.`}
        </p>
      )}
      {children}
    </section>
  );
}
