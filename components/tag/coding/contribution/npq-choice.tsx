"use client";

import { npqsNamedIn } from "@/lib/capture/people/npq-words";
import { NPQS } from "@/lib/capture/people/vocabulary";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { KeyHint } from "@/components/ui/key-hint";
import type { ContributionInWords } from "../shown-contribution";
import { Press } from "./press";

type Props = {
  contribution: Pick<ContributionInWords, "id" | "text">;
  /** Those that it is about. */
  npqs: readonly string[];
  ask: (change: TaggingChange) => void;
};

/** Marks the NPQs that the contribution is about. Those that its words name are offered first, and never set by themselves. */
export function NpqChoice({ contribution, npqs, ask }: Props) {
  const named = npqsNamedIn(contribution.text);
  const offered = named.filter((code) => !npqs.includes(code));
  const inOrder = [...NPQS].sort((a, b) => Number(named.includes(b.code)) - Number(named.includes(a.code)));
  return (
    <fieldset>
      <legend className="text-meta font-semibold">NPQs that it is about</legend>
      {offered.length > 0 && (
        <p className="text-sm text-soft">
          {`Its words name ${offered.join(", ")}. `}
          <KeyHint>{"'"}</KeyHint> marks the next of them.
        </p>
      )}
      <div className="mt-1 flex flex-wrap gap-1">
        {inOrder.map(({ code, name }) => {
          const about = npqs.includes(code);
          return (
            <Press
              key={code}
              change={{ change: about ? "not-about" : "about", contributionId: contribution.id, npq: code }}
              ask={ask}
              label={`${code}, ${name}`}
              pressed={about}
              toggles
            >
              {code}
            </Press>
          );
        })}
      </div>
    </fieldset>
  );
}
