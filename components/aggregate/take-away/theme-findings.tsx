"use client";

import type { FormAction } from "@/components/ui/form/sending";
import { CopySentence } from "@/components/aggregate/publication/copy-sentence";
import { FindingItem } from "@/components/aggregate/publication/finding-item";
import { Quotation } from "@/components/aggregate/publication/quotation";
import type { ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";
import type { CountedOf, FindingInShort } from "@/lib/aggregate/publication/release-page-data";
import { findingInShortSentence } from "@/lib/aggregate/publication/words/finding-sentence";
import { QUOTED_FROM_ENOUGH, whyNotQuoted } from "@/lib/aggregate/publication/finding/why-not-quoted";
import type { KeepCitationInput } from "@/lib/aggregate/take-away/cited";
import { KeepCitation } from "./keep-citation";

type Said = readonly ReleasedContribution[];

type Props = {
  findings: readonly { id: string; finding: FindingInShort; said?: Said; otherSide?: Said }[];
  counted: CountedOf;
  keep: FormAction;
  /** What is cited, but for the finding. */
  cited: Omit<KeepCitationInput, "findingId">;
  /** The reader's list of what they cite. */
  listHref: string;
};

/**
 * The findings of a theme, each with quotations of both sides, as a sentence to copy and to keep. A client component, so that
 * the page holds them once as markup and once as data alone.
 */
export function ThemeFindings({ findings, counted, keep, cited, listHref }: Props) {
  return (
    <>
      <p className="section-note">{QUOTED_FROM_ENOUGH}</p>
      <ul className="told-findings in-columns mt-3">
        {findings.map(({ id, finding, said, otherSide }) => (
          <FindingItem key={id} id={finding.anchor} finding={finding} counted={counted}>
            <Quotations of={said} />
            <Quotations of={otherSide} lead="People who saw it differently said:" />
            <NotQuoted words={whyNotQuoted(finding, counted, { said, otherSide })} />
            <CopySentence
              label="Copy this finding as a sentence"
              sentence={findingInShortSentence(finding, counted)}
              place={`#${finding.anchor}`}
            >
              <KeepCitation action={keep} cited={{ ...cited, findingId: id }} listHref={listHref} />
            </CopySentence>
          </FindingItem>
        ))}
      </ul>
    </>
  );
}

function NotQuoted({ words }: { words: string | null }) {
  return words !== null && <p className="mt-3 text-sm text-soft">{words}</p>;
}

function Quotations({ of: said = [], lead }: { of: Said | undefined; lead?: string }) {
  return (
    <>
      {lead !== undefined && said.length > 0 && <p className="mt-3">{lead}</p>}
      {said.map((one, at) => (
        <div key={at} className="mt-3">
          <Quotation contribution={one} />
        </div>
      ))}
    </>
  );
}
