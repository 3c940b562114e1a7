import { CopySentence } from "@/components/aggregate/publication/copy-sentence";
import { KeepCitation } from "@/components/aggregate/take-away/keep-citation";
import type { KeepCitationInput } from "@/lib/aggregate/take-away/cited";
import { keepToCite } from "../../citations/actions";

type Props = { label: string; sentence: string; cited: KeepCitationInput; review: string };

/** A figure or finding as a sentence to paste, with a button that keeps it in what the reader cites. */
export function ToCite({ label, sentence, cited, review }: Props) {
  return (
    <CopySentence label={label} sentence={sentence}>
      <KeepCitation action={keepToCite} cited={cited} listHref={`/reviews/${review}/citations`} />
    </CopySentence>
  );
}
