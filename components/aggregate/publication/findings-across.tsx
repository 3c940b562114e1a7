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

/** As many findings of a kind as the dashboard tells: it is an overview, and all are on a page of their own. */
export const SHOWN_ACROSS = 3;

type Props = AcrossProps & {
  id: string;
  kind: FindingKind;
  about: string;
  /** Said where there are none. */
  none: string;
  /** Shows of hands about each finding, by its id. */
  hands?: ReadonlyMap<string, string[]>;
  /** Those about none of the findings that are told here. */
  otherHands?: readonly { sentence: string; theme: string; href: string }[];
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
    otherHands = [],
    children,
    findings,
    placed,
    counted,
    allHref,
  } = props;
  const own = findingsOfKind(findings, kind);
  const shown = own.slice(0, SHOWN_ACROSS).map((finding) => {
    const about = hands?.get(finding.id);
    return { ...placed(finding), ...(about ? { hands: about } : {}) };
  });
  const more = own.length > SHOWN_ACROSS;
  return (
    <FindingsSection
      id={id}
      title={KIND_WORDS[kind].title}
      about={own.length === 0 ? none : about}
      findings={shown}
      hands={otherHands}
      counted={counted}
      all={more ? own.length : null}
      allHref={more && allHref ? allHref(kind) : null}
    >
      {children}
    </FindingsSection>
  );
}
