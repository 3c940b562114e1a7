"use client";

import { useEffect, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import { Button } from "@/components/ui/button";
import type { Claim } from "@/lib/report/claim/claim";
import type { FoundContribution, FoundEvidence } from "@/lib/report/editor/found-evidence";

type Props = {
  claim: Claim;
  read: (ids: string[]) => Promise<Answer<FoundEvidence>>;
  onRemove: (contributionId: string) => void;
};

/** The contributions behind a claim, in their words, each to take away. */
export function CitedEvidence({ claim: { supports, contradicts }, read, onRemove }: Props) {
  const [known, setKnown] = useState<ReadonlyMap<string, FoundContribution>>(new Map());
  const all = [...supports, ...contradicts].map(({ id }) => id);
  const missing = all.filter((id) => !known.has(id)).join(" ");
  useEffect(() => {
    if (missing === "") return;
    let left = false;
    void read(missing.split(" ")).then((answer) => {
      if (left || !answer.ok) return;
      const found = answer.found.contributions;
      setKnown((before) => new Map([...before, ...found.map((one) => [one.cited.id, one] as const)]));
    });
    return () => {
      left = true;
    };
    // Asked once for each list of ids; `read` is another one at each rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [missing]);
  if (all.length === 0) return <p className="mt-1 text-meta">It cites nothing yet.</p>;
  const against = new Set(contradicts.map(({ id }) => id));
  return (
    <ul className="mt-2 grid max-h-72 gap-2 overflow-y-auto" tabIndex={0} aria-label="What it cites">
      {all.map((id) => {
        const one = known.get(id);
        return (
          <li key={id} className="border-l-3 border-line pl-3">
            <p className="font-voice">{one?.text ?? "…"}</p>
            <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
              {one?.speaker}
              {against.has(id) && " · against it"}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove: ${one?.text.slice(0, 60) ?? id}`}
                onClick={() => onRemove(id)}
              >
                Remove
              </Button>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
