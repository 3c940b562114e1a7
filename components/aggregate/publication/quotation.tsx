"use client";

import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Quote } from "@/components/ui/quote";
import type { ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";

/**
 * A contribution as reviewers read it: its words, its stances, and at most the speaker's role. A client component, because a
 * page has many.
 */
export function Quotation({ contribution: { text, stances, role } }: { contribution: ReleasedContribution }) {
  return (
    <Quote
      source={
        <>
          {stances.map((stance) => (
            <StanceSign key={stance} stance={stance} />
          ))}
          {role ? `Participant, ${role}` : "A participant"}
        </>
      }
    >
      <p className="whitespace-pre-line">{text}</p>
    </Quote>
  );
}
