import type { ReactNode } from "react";
import { findingInShort } from "@/lib/aggregate/publication/release-page-data";
import type { ReleasedFinding, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { FindingList } from "./finding-list";
import { LinkedThemes } from "./linked-themes";

export type AcrossProps = {
  findings: readonly ReleasedFinding[];
  themes: readonly ReleasedTheme[];
  hrefOf: (theme: ReleasedTheme) => string;
};

type Props = AcrossProps & {
  id: string;
  title: string;
  about: string;
  /** Said where there are none. */
  none: string;
  /** Shows of hands about each finding, by its id. */
  hands?: ReadonlyMap<string, string[]>;
  /** How many are told here: the dashboard is an overview, and the rest are on the pages of their themes. */
  most?: number;
  children?: ReactNode;
};

/** Findings across themes that have something in common. */
export function FindingsAcross({ id, title, about, none, hands, most = 6, children, ...across }: Props) {
  const { findings, themes, hrefOf } = across;
  const inShort = (finding: ReleasedFinding) => {
    const theme = themes.find(({ id: themeId }) => themeId === finding.themeId);
    const about = hands?.get(finding.id);
    return {
      finding: findingInShort(finding),
      ...(theme ? { theme: { title: theme.title, href: hrefOf(theme) } } : {}),
      ...(about ? { hands: about } : {}),
    };
  };
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <p className="mt-1 max-w-measure text-meta text-soft">{findings.length === 0 ? none : about}</p>
      {findings.length > 0 && (
        <div className="mt-4">
          <FindingList findings={findings.slice(0, most).map(inShort)} columns />
        </div>
      )}
      <More findings={findings.slice(most)} themes={themes} hrefOf={hrefOf} />
      {children}
    </section>
  );
}

/** Of one or two themes their pages; of more, the part of this page that leads to each. */
function More({ findings, ...rest }: AcrossProps) {
  if (findings.length === 0) return null;
  if (new Set(findings.map(({ themeId }) => themeId)).size < 3)
    return <FindingsElsewhere lead="More of them:" findings={findings} {...rest} />;
  return (
    <p className="mt-3 text-meta">
      <a href="#themes">{`${findings.length} more are told under their themes`}</a>
    </p>
  );
}

/** Where findings that are not told here are told: how many, on the page of which theme. */
export function FindingsElsewhere({ lead, findings, themes, hrefOf }: AcrossProps & { lead: string }) {
  const where = themes.flatMap((theme) => {
    const own = findings.filter(({ themeId }) => themeId === theme.id).length;
    return own === 0 ? [] : [{ title: `${theme.title} (${own})`, href: hrefOf(theme) }];
  });
  return where.length === 0 ? null : <LinkedThemes lead={lead} themes={where} />;
}
