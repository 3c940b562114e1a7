import Link from "next/link";
import type { PermissionCounts } from "@/lib/capture/people/participant";

type Props = { counts: PermissionCounts; here: string; filtered: boolean };

/** "14 verbatim, 3 paraphrase, 1 not to be published, 2 not recorded", and a way to those who are missing. */
export function PermissionTally({ counts, here, filtered }: Props) {
  const words = [
    `${counts.verbatim} verbatim`,
    `${counts.paraphrase} paraphrase`,
    `${counts.not_published} not to be published`,
    `${counts.unrecorded} not recorded`,
  ].join(", ");
  return (
    <p className="mb-5 flex flex-wrap gap-x-5 gap-y-1">
      <span>
        <b>Permission:</b> {words}
      </span>
      {filtered ? (
        <Link href={here}>Show everybody</Link>
      ) : (
        counts.unrecorded > 0 && <Link href={`${here}?permission=none`}>Show those not recorded</Link>
      )}
    </p>
  );
}
