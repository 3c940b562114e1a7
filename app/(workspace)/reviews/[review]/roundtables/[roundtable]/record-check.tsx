import Link from "next/link";
import type { Viewer } from "@/lib/access/policy";
import { verifyRecord } from "@/lib/capture/queries/record";
import { countOf } from "@/lib/capture/words";

type Props = { viewer: Viewer; roundtableId: string; lines: number; asked: boolean; here: string };

/** So many lines are checked in the time that a page may take; a longer record is checked when asked. */
const AT_ONCE = 5_000;

/** Whether the closed record still is what it was when it was closed. */
export async function RecordCheck({ viewer, roundtableId, lines, asked, here }: Props) {
  if (lines > AT_ONCE && !asked)
    return (
      <p className="mt-3 text-meta">
        <Link href={`${here}?check=record`}>Check that the record is unchanged</Link>
      </p>
    );
  const { verified, erased, ...record } = await verifyRecord(viewer, roundtableId);
  return verified ? (
    <p className="mt-3 text-meta">
      Record unchanged: {countOf(record.lines, "line")}
      {erased > 0 && `, of which the words of ${erased.toLocaleString("en-GB")} were removed`}.
    </p>
  ) : (
    <p className="mt-3 border-l-4 border-danger pl-3 text-meta font-semibold">
      The record has changed since it was closed.
    </p>
  );
}
