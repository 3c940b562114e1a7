import { Quote } from "@/components/ui/quote";
import type { ClaimPlace } from "@/lib/report/draft/content/claim-place";

/** A claim in its paragraph, below the headings that say what it is about. */
export function ClaimInPlace({ place, source }: { place: ClaimPlace; source: string }) {
  const { headings, lead, before, text, after } = place;
  return (
    <Quote source={source}>
      <p className="mb-1 font-ui text-meta text-soft">{headings.join(": ")}</p>
      {lead !== "" && <p>{lead}</p>}
      <p className="wrap-anywhere">
        {before}
        <mark>{text}</mark>
        {after}
      </p>
    </Quote>
  );
}
