import { Link } from "@/components/ui/link";
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
    <nav aria-label="Findings by kind" className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line text-meta">
        {[null, ...FINDING_KINDS].map((kind) => (
          <li key={kind ?? "all"}>
            <Link
              href={hrefOf(kind)}
              aria-current={kind === current ? "page" : undefined}
              className="tab-link"
            >
              {`${kind === null ? "All" : KIND_WORDS[kind].short} (${counts[kind ?? "all"]})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
