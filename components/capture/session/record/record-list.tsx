import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { RoomState } from "../types";

type Props = {
  contributions: readonly ShownContribution[];
  room: RoomState;
  /** What is shown next to a question: how long it has been discussed. */
  alongsideQuestion: (questionId: string) => ReactNode;
  row: (contribution: ShownContribution, before: ShownContribution | undefined) => ReactNode;
};

/** The record in the order in which it was said, under its questions. */
export function RecordList({ contributions, room, alongsideQuestion, row }: Props) {
  const shown = contributions.filter(({ mergedIntoId }) => mergedIntoId === null);
  if (shown.length === 0)
    return (
      <EmptyState title="Nothing has been logged yet">
        {room.state === "planned"
          ? "The record fills from here once the session has started."
          : "The record fills from here as people speak. Type below what was said, and log it."}
      </EmptyState>
    );
  return (
    <div className="grid gap-8">
      {runsOf(shown).map((run) => {
        const question = room.questions.find(({ id }) => id === run.questionId);
        return (
          <section key={run.key} aria-labelledby={`under-${run.key}`}>
            <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
              <h2 id={`under-${run.key}`} className="max-w-measure">
                {question ? `${question.position}. ${question.text}` : "Under no question"}
              </h2>
              {question && alongsideQuestion(question.id)}
            </div>
            {run.contributions.map((contribution, index) => row(contribution, run.contributions[index - 1]))}
          </section>
        );
      })}
    </div>
  );
}

type Run = { key: string; questionId: string | null; contributions: ShownContribution[] };

/** Groups consecutive contributions with the same question. */
function runsOf(contributions: readonly ShownContribution[]): Run[] {
  const runs: Run[] = [];
  for (const contribution of contributions) {
    const last = runs.at(-1);
    if (last && last.questionId === contribution.questionId) last.contributions.push(contribution);
    else
      runs.push({ key: contribution.id, questionId: contribution.questionId, contributions: [contribution] });
  }
  return runs;
}
