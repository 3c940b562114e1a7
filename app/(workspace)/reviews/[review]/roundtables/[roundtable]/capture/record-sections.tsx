import Link from "next/link";
import { RecordLine } from "@/components/capture/contribution/record-line";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { EmptyState } from "@/components/ui/empty-state";
import type { Line } from "@/lib/capture/contribution/contribution";
import { timeWords } from "@/lib/capture/contribution/contribution-words";

type Props = { lines: readonly Line[]; reviewSlug: string; editable: boolean };

/** The record in the order in which it was said, under the question of the moment. */
export function RecordSections({ lines, reviewSlug, editable }: Props) {
  if (lines.length === 0)
    return <EmptyState title="Nothing has been logged yet">Lines appear here as people speak.</EmptyState>;
  return (
    <div className="grid gap-8">
      {runsOf(lines).map((run) => (
        <section key={run.first.id} aria-labelledby={`under-${run.first.id}`}>
          <h2 id={`under-${run.first.id}`} className="mb-1 max-w-measure">
            {run.first.question
              ? `${run.first.question.position}. ${run.first.question.text}`
              : "Under no question"}
          </h2>
          {run.lines.map((line) => (
            <RecordLine
              key={line.id}
              line={line}
              signs={line.stance && <StanceSign stance={line.stance} />}
              actions={<LineLinks line={line} reviewSlug={reviewSlug} editable={editable} />}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function LineLinks({ line, reviewSlug, editable }: { line: Line; reviewSlug: string; editable: boolean }) {
  const here = `/reviews/${reviewSlug}/contributions/${line.id}`;
  const about = <span className="sr-only"> the line of {timeWords(line)}</span>;
  const edits = editable && !line.erasedAt;
  return (
    <Link href={edits ? `${here}/edit?from=capture` : here} className="inline-block py-0.5">
      {edits ? "Edit" : "Open"}
      {about}
    </Link>
  );
}

type Run = { first: Line; lines: Line[] };

/** Lines next to each other under the same question, together. */
function runsOf(lines: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last.first.question?.id === line.question?.id) last.lines.push(line);
    else runs.push({ first: line, lines: [line] });
  }
  return runs;
}
