"use client";

import { Checkboxes } from "@/components/ui/form/checkboxes";
import { useForm } from "@/components/ui/form/form-context";
import { shownText } from "@/components/ui/form/form-values";
import { Quote } from "@/components/ui/quote";
import { Select } from "@/components/ui/form/select";
import { Textarea } from "@/components/ui/form/textarea";
import type { Wording } from "@/lib/capture/contribution/contribution";
import { MAX_TEXT } from "@/lib/capture/contribution/contribution-rules";
import { CORRECTED_STANCE } from "@/lib/capture/contribution/stance";

type Option = { value: string; label: string };
type Props = {
  /** The contribution as it is in the record at this moment. */
  now: { revision: number; text: string };
  contribution: { kind: Wording; source: string; questionId: string; stance: string };
  speakers: readonly Option[];
  questions: readonly Option[];
  stances: readonly Option[];
};

/**
 * A contribution's fields. When somebody else changed the contribution meanwhile, the present words are shown
 * above the typed ones, and saving again is based on them.
 */
export function EditFields({ now, contribution, speakers, questions, stances }: Props) {
  const { state } = useForm();
  const based = Number(shownText(state, "revision", String(now.revision)));
  const changed = state !== null && !state.ok && based !== now.revision;
  return (
    <>
      <input type="hidden" name="revision" value={now.revision} />
      {changed && (
        <Quote source="This is the current contribution. What you typed is below. If you save, your version replaces this one, which is kept in the history.">
          {now.text}
        </Quote>
      )}
      <Textarea name="text" label="What was said" voice rows={5} limit={MAX_TEXT} defaultValue={now.text} />
      <Checkboxes
        name="wording"
        label="Wording of contribution"
        optional
        options={[
          { value: "verbatim", label: "Word for word", hint: "You can only quote these contributions." },
        ]}
        defaultValue={contribution.kind === "verbatim" ? ["verbatim"] : []}
      />
      <Select name="source" label="Who" options={speakers} defaultValue={contribution.source} />
      <Select
        name="questionId"
        label="Question"
        placeholder="None"
        options={questions}
        defaultValue={contribution.questionId}
      />
      <Select
        name="stance"
        label="Stance"
        hint={CORRECTED_STANCE}
        placeholder="Not set"
        options={stances}
        defaultValue={contribution.stance}
      />
      <p className="max-w-measure text-meta text-soft">
        We keep the earlier version. If the contribution was cleared for reviewers, you have to clear it
        again.
      </p>
    </>
  );
}
