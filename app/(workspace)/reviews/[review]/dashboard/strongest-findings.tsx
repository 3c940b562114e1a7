import { findingInList } from "@/lib/synthesise/finding/finding";
import { Link } from "@/components/ui/link";
import { FindingList } from "@/components/synthesise/finding/finding-list";
import type { Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { listFindingsInShort } from "@/lib/synthesise/finding/queries/findings-in-short";

const SHOWN = 5;

/**
 * The statements with most people behind them; only for facilitators, because a release contains figures
 * only.
 */
export async function StrongestFindings({ viewer, review }: { viewer: Viewer; review: Review }) {
  const strongest = await listFindingsInShort(viewer, review.id, { most: SHOWN });
  const home = `/reviews/${review.slug}/findings`;
  return (
    <section aria-labelledby="strongest">
      <h2 id="strongest">Strongest findings</h2>
      {strongest.length === 0 ? (
        <p className="mt-2 text-soft">
          There are none yet. <Link href={home}>Write findings</Link>
        </p>
      ) : (
        <FindingList findings={strongest.map(findingInList)} home={home} />
      )}
    </section>
  );
}
