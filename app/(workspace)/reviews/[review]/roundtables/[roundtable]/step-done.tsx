import { Notice } from "@/components/ui/notice";
import type { Roundtable } from "@/lib/capture/roundtable/roundtable";
import type { RoundtableState } from "@/lib/capture/roundtable/states";

const DONE: Partial<Record<RoundtableState, { title: string; means: string }>> = {
  read_back: {
    title: "the session has ended",
    means:
      "Participants can now correct their words, and facilitators can still log and edit contributions. You can start on themes and findings.",
  },
  closed: {
    title: "the roundtable is closed",
    means:
      "Nobody can change its record any more. Corrections are added as amendments. If contributions arrive late, the lead decides whether to add them.",
  },
};

type Props = { roundtable: Roundtable; query: Record<string, string | string[] | undefined> };

/** What the step that was just taken changed, for as long as the roundtable is in the resulting state. */
export function StepDone({ roundtable: { state }, query }: Props) {
  const done = query.done === state ? DONE[state] : undefined;
  if (!done) return null;
  return (
    <div className="mb-6">
      <Notice tone="success" title={done.title}>
        {done.means}
      </Notice>
    </div>
  );
}
