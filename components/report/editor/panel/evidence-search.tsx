"use client";

import { useId, useRef, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import { Button } from "@/components/ui/button";
import { mayBeQuoted } from "@/lib/report/claim/claim";
import type { FoundContribution, FoundEvidence, FoundFinding } from "@/lib/report/editor/found-evidence";

type Cite = {
  finding: (finding: FoundFinding) => void;
  contribution: (contribution: FoundContribution) => void;
  quote: (contribution: FoundContribution) => void;
};
type Props = { find: (words: string) => Promise<Answer<FoundEvidence>>; canCite: boolean; cite: Cite };

/** Searches what the report may cite. Nothing is asked before somebody presses Search or Enter. */
export function EvidenceSearch({ find, canCite, cite }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer<FoundEvidence> | "asking" | null>(null);
  const ask = async () => {
    setAnswer("asking");
    setAnswer(
      await find(field.current?.value ?? "").catch(() => ({
        ok: false as const,
        message: "The server cannot be reached. Your text is safe. Try again.",
      })),
    );
  };
  const found = answer !== null && answer !== "asking" && answer.ok ? answer.found : null;
  return (
    <>
      <form
        role="search"
        aria-label="Evidence"
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <span className="min-w-40 flex-1">
          <label htmlFor={id} className="text-meta font-semibold">
            Words of findings and contributions
          </label>
          <input ref={field} id={id} className="editor-field" autoComplete="off" maxLength={500} />
        </span>
        <Button size="small" type="submit">
          Search
        </Button>
      </form>
      <p role="status" className="mt-2 text-sm text-soft">
        {statusOf(answer)}
      </p>
      {found && <Found found={found} canCite={canCite} cite={cite} />}
    </>
  );
}

function statusOf(answer: Answer<FoundEvidence> | "asking" | null): string {
  if (answer === null) return "";
  if (answer === "asking") return "Searching";
  if (!answer.ok) return answer.message;
  const { findings, contributions } = answer.found;
  if (findings.length + contributions.length === 0) return "Nothing has these words. Try fewer of them.";
  return `${findings.length} findings and ${contributions.length} contributions`;
}

function Found({ found, canCite, cite }: { found: FoundEvidence; canCite: boolean; cite: Cite }) {
  const off = !canCite || undefined;
  return (
    <ul className="mt-2 grid max-h-96 gap-3 overflow-y-auto" tabIndex={0} aria-label="What was found">
      {found.findings.map((finding) => (
        <li key={finding.id} className="border-l-3 border-accent pl-3">
          <p className="text-sm text-soft">Finding</p>
          <p className="font-voice">{finding.text}</p>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Cite the finding: ${finding.text}`}
            aria-disabled={off}
            onClick={() => canCite && cite.finding(finding)}
          >
            Cite
          </Button>
        </li>
      ))}
      {found.contributions.map((one) => (
        <li key={one.cited.id} className="border-l-3 border-line pl-3">
          <p className="font-voice">{one.text}</p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
            {one.speaker}
            <Button
              size="small"
              variant="quiet"
              aria-label={`Cite: ${one.text.slice(0, 60)}`}
              aria-disabled={off}
              onClick={() => canCite && cite.contribution(one)}
            >
              Cite
            </Button>
            {mayBeQuoted(one.cited) && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Quote: ${one.text.slice(0, 60)}`}
                onClick={() => cite.quote(one)}
              >
                Quote
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
