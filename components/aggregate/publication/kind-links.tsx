import { TabLinks } from "@/components/ui/navigation/tab-links";
import {
  FINDING_KINDS,
  type FindingKind,
  type KindCounts,
} from "@/lib/aggregate/publication/finding/finding-kind";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";

type Props = {
  counts: KindCounts;
  /** The kind that is shown; null: all. */
  current: FindingKind | null;
  hrefOf: (kind: FindingKind | null) => string;
};

/** The kinds of findings, each with how many there are and the way to them. */
export function KindLinks({ counts, current, hrefOf }: Props) {
  return (
    <TabLinks
      label="Findings by kind"
      links={[null, ...FINDING_KINDS].map((kind) => ({
        label: `${kind === null ? "All" : KIND_WORDS[kind].short} (${counts[kind ?? "all"]})`,
        href: hrefOf(kind),
        current: kind === current,
      }))}
    />
  );
}
