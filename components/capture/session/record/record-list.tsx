import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { ShownLine } from "@/lib/capture/session/record-view";
import type { RoomState } from "../types";

type Props = {
  lines: readonly ShownLine[];
  room: RoomState;
  /** What stands beside a question: how long it has been talked about. */
  besideQuestion: (questionId: string) => ReactNode;
  row: (line: ShownLine, before: ShownLine | undefined) => ReactNode;
};

/** The record in the order in which it was said, under the question of the moment. */
export function RecordList({ lines, room, besideQuestion, row }: Props) {
  const shown = lines.filter(({ mergedIntoId }) => mergedIntoId === null);
  if (shown.length === 0)
    return (
      <EmptyState title="Nothing has been logged yet">
        {room.state === "planned"
          ? "The record fills from here once the session has started."
          : "The record fills from here as people speak. Type below, and press Enter."}
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
              {question && besideQuestion(question.id)}
            </div>
            {run.lines.map((line, index) => row(line, run.lines[index - 1]))}
          </section>
        );
      })}
    </div>
  );
}

type Run = { key: string; questionId: string | null; lines: ShownLine[] };

/** Lines next to each other under the same question, together. */
function runsOf(lines: readonly ShownLine[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last.questionId === line.questionId) last.lines.push(line);
    else runs.push({ key: line.id, questionId: line.questionId, lines: [line] });
  }
  return runs;
}
