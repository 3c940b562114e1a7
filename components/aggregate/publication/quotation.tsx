import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Quote } from "@/components/ui/quote";
import type { ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";

/** A contribution as reviewers read it: its words, its stances, and at most the speaker's role. */
export function Quotation({ contribution: { text, stances, role } }: { contribution: ReleasedContribution }) {
  return (
    <Quote
      source={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {stances.map((stance) => (
            <StanceSign key={stance} stance={stance} />
          ))}
          {role ? `Participant, ${role}` : "A participant"}
        </span>
      }
    >
      <p className="whitespace-pre-line">{text}</p>
    </Quote>
  );
}
