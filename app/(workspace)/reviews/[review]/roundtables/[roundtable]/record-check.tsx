import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/access/policy";
import { recordWords } from "@/lib/capture/contribution/counted-words";
import { verifyRecord } from "@/lib/capture/contribution/queries/record";

type Props = {
  viewer: Viewer;
  roundtableId: string;
  /** Contributions neither struck out nor erased, including those that arrived after the closing. */
  contributions: number;
  asked: boolean;
  here: string;
};

/** How many contributions can be checked while a page loads; a longer record is checked on request. */
const AT_ONCE = 5_000;

/** Whether the closed record is still what it was at the closing. */
export async function RecordCheck({ viewer, roundtableId, contributions, asked, here }: Props) {
  if (contributions > AT_ONCE && !asked)
    return (
      <p className="mt-3 text-meta">
        <Link href={`${here}?check=record`}>Check that the record is unchanged</Link>
      </p>
    );
  const { verified, ...record } = await verifyRecord(viewer, roundtableId);
  const late = contributions - (record.contributions - record.struck - record.erased);
  return verified ? (
    <p className="mt-3 text-meta">
      Record unchanged since it was closed: {recordWords({ ...record, late })}.
    </p>
  ) : (
    <p className="mt-3 border-l-4 border-danger pl-3 text-meta font-semibold">
      The record has changed since it was closed.
    </p>
  );
}
