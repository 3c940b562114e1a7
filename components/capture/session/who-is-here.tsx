import { countOf } from "@/lib/platform/count-words";
import type { ShownLine } from "@/lib/capture/session/record-view";
import type { RoomState } from "./types";
import type { Present } from "./use-presence";

type Props = {
  present: readonly Present[];
  room: RoomState;
  lines: readonly ShownLine[];
  /** Null until this computer was looked through. */
  waiting: number | null;
};

/** Who else is at it, and whether everything is safe, in one sentence. */
export function WhoIsHere({ present, room, lines, waiting }: Props) {
  const names = present.flatMap(({ userId }) => {
    const colleague = room.colleagues.find((one) => one.userId === userId);
    return colleague ? [colleague.name] : [];
  });
  const shown = lines.filter(({ struck }) => !struck).length;
  return (
    <p className="mb-5 text-meta text-soft">
      {countOf(shown, "line")}
      {shown > 0 && waiting !== null && (waiting === 0 ? ", all saved" : `, all saved but ${waiting}`)}
      {" · "}
      {names.length === 0 ? "Nobody else is logging here now" : `Logging here too: ${names.join(", ")}`}
    </p>
  );
}
