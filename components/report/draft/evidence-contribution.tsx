import { Link } from "@/components/ui/link";
import { Radios } from "@/components/ui/form/radios";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { WORDING_WORDS, removedWords, SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { contributionField } from "@/lib/report/draft/evidence-form";

type Props = { contribution: Contribution; bearing: "supports" | "contradicts" | "neither"; href: string };

const ANSWERS = [
  { value: "supports", label: "Supports it" },
  { value: "contradicts", label: "Contradicts it" },
  { value: "neither", label: "Neither" },
];

/** A contribution as facilitators see it, and its bearing on the sentence. */
export function EvidenceContribution({ contribution, bearing, href }: Props) {
  const { speaker, source, wording, text, hands, struckAt, erasedAt } = contribution;
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-faint py-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
      <div>
        <p className="voice max-w-measure">{erasedAt ? removedWords(speaker) : text}</p>
        <p className="mt-1 text-sm text-soft">
          <Link href={href}>{speaker?.label ?? SOURCE_WORDS[source]}</Link>,{" "}
          {WORDING_WORDS[wording].toLowerCase()}
          {hands && `, ${hands.raised} of ${hands.asked} hands`}
          {contribution.clearance ? ", cleared" : ", not cleared"}
          {struckAt && ", struck out"}
        </p>
      </div>
      <Radios
        name={contributionField(contribution.id)}
        label="How it relates to the sentence"
        options={ANSWERS}
        defaultValue={bearing}
      />
    </li>
  );
}
