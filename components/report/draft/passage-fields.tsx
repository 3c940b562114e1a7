import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui/details";
import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import type { TypedPassage } from "@/lib/report/draft/passages";
import { passageFields } from "@/lib/report/draft/block-form";

type Props = {
  n: number;
  passage: TypedPassage | null;
  evidence: { words: string; href: string } | null;
  open?: boolean;
};

const VOICES = [
  { value: "claim", label: "They report what was said", hint: "They need evidence." },
  { value: "framing", label: "They are your own framing" },
];

/** One passage of a block in its form: a claim, or the framing between two. The last one is empty, for new words. */
export function PassageFields({ n, passage, evidence, open }: Props) {
  const names = passageFields(n);
  const fields = (
    <>
      <Textarea
        name={names.text}
        label={passage ? "Words" : "New words"}
        optional={!passage}
        defaultValue={passage?.text}
        rows={3}
        voice
      />
      <Radios
        name={names.voice}
        label="What are these words?"
        options={VOICES}
        defaultValue={passage && passage.claimId !== null ? "claim" : "framing"}
      />
    </>
  );
  if (!passage)
    return (
      <Details summary="Add words" open={open}>
        <div className="grid gap-4">{fields}</div>
      </Details>
    );
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="sr-only">Passage {n + 1}</legend>
      <input type="hidden" name={`kept-${n}`} value="yes" />
      {passage.claimId !== null && <input type="hidden" name={names.claim} value={passage.claimId} />}
      {fields}
      {evidence && (
        <p className="text-meta">
          Evidence: {evidence.words}. <Link href={evidence.href}>See and change the evidence</Link>
        </p>
      )}
      <Checkboxes
        name={names.remove}
        label="Remove it"
        options={[{ value: "yes", label: "Remove these words" }]}
      />
    </fieldset>
  );
}
