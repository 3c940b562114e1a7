import { useState, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { SessionState } from "../types";

type Props = {
  contributions: readonly ShownContribution[];
  session: SessionState;
  /** What stands alongside a question: how long it has been talked about. */
  alongsideQuestion: (questionId: string) => ReactNode;
  row: (contribution: ShownContribution, before: ShownContribution | undefined) => ReactNode;
};

/** The record in the order in which it was said, under the question of the moment. */
export function RecordList({ contributions, session, alongsideQuestion, row }: Props) {
  const [keys] = useState(() => new Set<string>());
  const shown = contributions.filter(({ mergedIntoId }) => mergedIntoId === null);
  if (shown.length === 0)
    return (
      <EmptyState title="Nothing has been logged yet">
        {session.state === "planned"
          ? "Contributions appear here once the session has started."
          : "Contributions appear here as people speak. Type what was said below, and log it."}
      </EmptyState>
    );
  return (
    <div className="grid gap-8">
      {runsOf(shown, keys).map((run) => {
        const question = session.questions.find(({ id }) => id === run.questionId);
        return (
          <section key={run.key} aria-labelledby={`under-${run.key}`} className="record-rows">
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

/**
 * Groups consecutive contributions with the same question. A run is called by a contribution by which it was called before,
 * where it has one: what comes before it must not make it another run, and close what is being edited there.
 */
function runsOf(contributions: readonly ShownContribution[], keys: Set<string>): Run[] {
  const runs: Run[] = [];
  for (const contribution of contributions) {
    const last = runs.at(-1);
    if (last && last.questionId === contribution.questionId) last.contributions.push(contribution);
    else
      runs.push({ key: contribution.id, questionId: contribution.questionId, contributions: [contribution] });
  }
  for (const run of runs) {
    run.key = run.contributions.find(({ id }) => keys.has(id))?.id ?? run.key;
    keys.add(run.key);
  }
  return runs;
}
