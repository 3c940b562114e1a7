import { countOf } from "@/lib/platform/text/count-words";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { SessionState } from "./types";
import type { Present } from "./use-presence";

type Props = {
  present: readonly Present[];
  session: SessionState;
  contributions: readonly ShownContribution[];
  /** Null until this computer was searched. */
  waiting: number | null;
  /** How many stand in the record, of which the page may not have read all yet. */
  total: number;
};

/** Who else is at it, and whether everything is safe, in one sentence. */
export function WhoIsHere({ present, session, contributions, waiting, total }: Props) {
  const names = present.flatMap(({ userId }) => {
    const colleague = session.colleagues.find((one) => one.userId === userId);
    return colleague ? [colleague.name] : [];
  });
  const shown = Math.max(total, contributions.filter(({ struck }) => !struck).length);
  return (
    <p className="mb-5 text-meta text-soft">
      {countOf(shown, "contribution")}
      {shown > 0 && waiting !== null && (waiting === 0 ? ", all saved" : `, ${waiting} not saved yet`)}
      {" · "}
      {names.length === 0 ? "Nobody else is logging here now" : `Logging here too: ${names.join(", ")}`}
    </p>
  );
}
