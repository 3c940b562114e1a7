"use client";

import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Quote } from "@/components/ui/quote";
import { useScripts } from "@/components/ui/use-scripts";
import type { ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";
import { citeContribution, speakerWords } from "@/lib/aggregate/publication/words/quoted";
import { CopySentence } from "./copy-sentence";

/**
 * A contribution as reviewers read it: its words, its stances, whether they are word for word, and at most the speaker's role.
 * A client component, because a page has many; what it says to copy is made in the browser, so that it is not sent.
 */
export function Quotation({ contribution }: { contribution: ReleasedContribution }) {
  const scripts = useScripts();
  const { text, stances, role, verbatim } = contribution;
  return (
    <>
      <Quote
        source={
          <>
            {stances.map((stance) => (
              <StanceSign key={stance} stance={stance} />
            ))}
            {`${speakerWords(role)}, ${verbatim ? "word for word" : "the gist"}`}
          </>
        }
      >
        <p>{text}</p>
      </Quote>
      {scripts && (
        <CopySentence
          label={verbatim ? "Copy this quotation" : "Copy what was noted"}
          sentence={citeContribution(contribution)}
        />
      )}
    </>
  );
}

/** Contributions beside one another where there is room. The list is a client component too, so that it is sent as data alone. */
export function QuotationList({ contributions }: { contributions: readonly ReleasedContribution[] }) {
  return (
    <ul className="mt-5 grid items-start gap-6 lg:grid-cols-2 lg:gap-x-10">
      {contributions.map((contribution, at) => (
        <li key={at}>
          <Quotation contribution={contribution} />
        </li>
      ))}
    </ul>
  );
}
