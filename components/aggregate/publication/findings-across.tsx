import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { findingInShort } from "@/lib/aggregate/publication/release-page-data";
import type { ReleasedFinding, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { countOf } from "@/lib/platform/text/count-words";
import { FindingList } from "./finding-list";

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
  children?: ReactNode;
};

/** The dashboard is an overview: the rest are on the pages of their themes. */
const SHOWN = 6;

/** Findings across themes that have something in common. */
export function FindingsAcross({ id, title, about, none, hands, children, ...across }: Props) {
  const { findings, themes, hrefOf } = across;
  const inShort = (finding: ReleasedFinding) => {
    const theme = themes.find(({ id: themeId }) => themeId === finding.themeId);
    const about = hands?.get(finding.id);
    return {
      ...findingInShort(finding),
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
          <FindingList findings={findings.slice(0, SHOWN).map(inShort)} columns />
        </div>
      )}
      <FindingsElsewhere lead="More of them:" {...across} findings={findings.slice(SHOWN)} />
      {children}
    </section>
  );
}

/** Where findings that are not told here are told: how many, on the page of which theme. */
export function FindingsElsewhere({ lead, findings, themes, hrefOf }: AcrossProps & { lead: string }) {
  const where = themes.flatMap((theme) => {
    const own = findings.filter(({ themeId }) => themeId === theme.id).length;
    return own === 0 ? [] : [{ theme, own }];
  });
  if (where.length === 0) return null;
  return (
    <p className="mt-3 max-w-measure text-meta">
      {lead}{" "}
      {where.map(({ theme, own }, at) => (
        <span key={theme.id}>
          {at > 0 && ", "}
          <Link href={`${hrefOf(theme)}#findings`}>{`${countOf(own, "finding")} on ${theme.title}`}</Link>
        </span>
      ))}
      .
    </p>
  );
}
