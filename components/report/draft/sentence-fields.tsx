import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui/details";
import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import type { Sentence } from "@/lib/report/draft/block";
import { sentenceFields } from "@/lib/report/draft/block-form";

type Props = {
  n: number;
  sentence: Sentence | null;
  evidence: { words: string; href: string } | null;
  open?: boolean;
};

const VOICES = [
  { value: "claim", label: "It reports what was said", hint: "It needs evidence, and we add a figure." },
  { value: "framing", label: "It is your own framing" },
];

/** One sentence of a block in its form; the last one, which is empty, is for a new sentence. */
export function SentenceFields({ n, sentence, evidence, open }: Props) {
  const names = sentenceFields(n);
  const fields = (
    <>
      <Textarea
        name={names.text}
        label={sentence ? "Sentence" : "New sentence"}
        optional={!sentence}
        defaultValue={sentence?.text}
        rows={3}
        voice
      />
      <Radios
        name={names.voice}
        label="What kind of sentence is it?"
        options={VOICES}
        defaultValue={sentence?.voice ?? "framing"}
      />
    </>
  );
  if (!sentence)
    return (
      <Details summary="Add a sentence" open={open}>
        <div className="grid gap-4">{fields}</div>
      </Details>
    );
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="sr-only">Sentence {n + 1}</legend>
      <input type="hidden" name={`kept-${n}`} value="yes" />
      {sentence.voice === "claim" && <input type="hidden" name={names.claim} value={sentence.claimId} />}
      {fields}
      {evidence && (
        <p className="text-meta">
          Evidence: {evidence.words}. <Link href={evidence.href}>See and change the evidence</Link>
        </p>
      )}
      <Checkboxes
        name={names.remove}
        label="Remove it"
        options={[{ value: "yes", label: "Remove this sentence" }]}
      />
    </fieldset>
  );
}
