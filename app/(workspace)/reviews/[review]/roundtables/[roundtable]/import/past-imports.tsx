import { Link } from "@/components/ui/link";
import { Tag, type TagTone } from "@/components/ui/tag";
import { FORMAT_WORDS } from "@/lib/capture/import/reading/format";
import type { ImportState, PastImport } from "@/lib/capture/import/import";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

const STATES: Record<ImportState, { words: string; tone: TagTone; next: string }> = {
  chosen: { words: "Not confirmed yet", tone: "warning", next: "Continue with this file" },
  staged: { words: "Importing", tone: "accent", next: "See progress" },
  visible: { words: "In the record", tone: "success", next: "See the result, or undo it" },
  undone: { words: "Undone", tone: "plain", next: "See what was undone" },
  failed: { words: "Not imported", tone: "danger", next: "See why" },
};

type Props = {
  imports: readonly PastImport[];
  slugs: RoundtableSlugs;
  /** Whether the record is frozen. */
  closed: boolean;
};

/** The files that were chosen for a roundtable, with the result of each. */
export function PastImports({ imports, slugs, closed }: Props) {
  return (
    <section aria-labelledby="imports" className="mt-12">
      <h2 id="imports">Files so far</h2>
      {imports.length === 0 && (
        <p className="mt-2 text-soft">No files have been chosen for this roundtable yet.</p>
      )}
      {imports.length > 0 && (
        <ul className="mt-3 border-t border-line">
          {imports.map(({ id, fileName, format, state, rows, createdAt, createdBy, undoneAt }) => (
            <li key={id} className="border-b border-faint py-3">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="font-semibold break-all">{fileName}</span>
                <Tag tone={STATES[state].tone}>{STATES[state].words}</Tag>
              </p>
              <p className="text-meta text-soft">
                {FORMAT_WORDS[format]},{" "}
                {countOf(rows, state === "visible" || state === "undone" ? "contribution" : "row")}, by{" "}
                {createdBy} on {formatInstant(createdAt)}
                {undoneAt ? `. Undone on ${formatInstant(undoneAt)}` : ""}
              </p>
              {state === "chosen" && closed ? (
                <p>The record was closed before this file was confirmed, so it was not imported.</p>
              ) : (
                <Link href={roundtableHref(slugs, `import/${id}`)}>
                  {STATES[state].next}
                  <span className="sr-only">: {fileName}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
