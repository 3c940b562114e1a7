import type { ReactNode } from "react";
import { findingsOfKind, type FindingKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import type { ReleasedFinding } from "@/lib/aggregate/publication/release-contents";
import type { CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { FindingsSection } from "./findings-section";

export type AcrossProps = {
  findings: readonly ReleasedFinding[];
  placed: (finding: ReleasedFinding) => PlacedFinding;
  counted: CountedOf;
  /** The page of all findings of a kind; null before they are released. */
  allHref: ((kind: FindingKind) => string) | null;
};

/** As many findings of a kind as the dashboard tells. */
export const SHOWN_ACROSS = 4;

type Props = AcrossProps & {
  id: string;
  kind: FindingKind;
  about: string;
  /** Said where there are none. */
  none: string;
  /** Shows of hands about each finding, by its id. */
  hands?: ReadonlyMap<string, string[]>;
  /** How many are told here: the dashboard is an overview, and all are on a page of their own. */
  most?: number;
  children?: ReactNode;
};

/** Findings across themes that have something in common. */
export function FindingsAcross(props: Props) {
  const {
    id,
    kind,
    about,
    none,
    hands,
    most = SHOWN_ACROSS,
    children,
    findings,
    placed,
    counted,
    allHref,
  } = props;
  const own = findingsOfKind(findings, kind);
  const shown = own.slice(0, most).map((finding) => {
    const about = hands?.get(finding.id);
    return { ...placed(finding), ...(about ? { hands: about } : {}) };
  });
  const more = own.length > most;
  return (
    <FindingsSection
      id={id}
      title={KIND_WORDS[kind].title}
      about={own.length === 0 ? none : about}
      findings={shown}
      counted={counted}
      all={more ? own.length : null}
      allHref={more && allHref ? allHref(kind) : null}
    >
      {children}
    </FindingsSection>
  );
}
