import Link from "next/link";
import type { Viewer } from "@/lib/access/policy";
import { recordWords } from "@/lib/capture/contribution/counted";
import { verifyRecord } from "@/lib/capture/contribution/queries/record";

type Props = {
  viewer: Viewer;
  roundtableId: string;
  /** Contributions neither struck out nor erased, those that arrived after the closing included. */
  contributions: number;
  asked: boolean;
  here: string;
};

/** So many contributions are checked in the time that a page may take; a longer record is checked when asked. */
const AT_ONCE = 5_000;

/** Whether the closed record still is what it was when it was closed. */
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
