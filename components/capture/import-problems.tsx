"use client";

import { useForm } from "@/components/ui/form-context";
import { Table } from "@/components/ui/table";
import { problemsOf } from "@/lib/capture/import";
import { countOf } from "@/lib/capture/words";

/** Rows shown; a file that is wrong throughout is wrong in the same way. */
const SHOWN = 200;

/** The rows that stopped an import, each with its line and reason. */
export function ImportProblems() {
  const problems = problemsOf(useForm().state);
  if (problems.length === 0) return null;
  return (
    <section aria-label="Rows that cannot be imported" className="max-w-measure">
      <Table
        caption={`${countOf(problems.length, "row")} to mend`}
        columns={[{ label: "Line of the file" }, { label: "What is wrong" }]}
        rows={problems.slice(0, SHOWN).map(({ line, reason }) => ({
          key: String(line),
          cells: [`Line ${line}`, reason],
        }))}
      />
      {problems.length > SHOWN && <p className="mt-2 text-meta">And {problems.length - SHOWN} more.</p>}
    </section>
  );
}
