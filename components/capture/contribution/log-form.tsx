"use client";

import { useState } from "react";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Details } from "@/components/ui/details";
import { CONTROL, describedBy, Field } from "@/components/ui/form/field";
import { Form } from "@/components/ui/form/form";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownText } from "@/components/ui/form/form-values";
import { Select } from "@/components/ui/form/select";
import type { FormAction } from "@/components/ui/form/sending";
import { TextInput } from "@/components/ui/form/text-input";

type Option = { value: string; label: string };
export type LogFormProps = {
  action: FormAction;
  roundtableId: string;
  /** The contribution's id, new for each contribution, so that sending it twice stores it once. */
  contributionId: string;
  speakers: readonly Option[];
  questions: readonly Option[];
  stances: readonly Option[];
  /** As on the contribution that was logged last. */
  last: { source: string; questionId: string };
  /** A contribution was just logged: the next one can be typed at once. */
  goOn: boolean;
};

/** The capture bar: who, under which question, and the words. */
export function LogForm({
  action,
  roundtableId,
  contributionId,
  speakers,
  questions,
  stances,
  last,
  goOn,
}: LogFormProps) {
  // The page is read again whenever somebody logs a contribution; the one that is being typed keeps its id.
  const [id] = useState(contributionId);
  return (
    <Form
      action={action}
      submitLabel="Log it"
      actions={<Particulars />}
      className="[&_[data-field]_select]:max-w-none [&>div:last-child]:mt-3 [&>div:last-child]:items-start"
    >
      <div className="grid gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="roundtableId" value={roundtableId} />
        <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
          <div className="col-span-2 sm:col-span-1">
            <Select
              name="source"
              label="Who"
              options={speakers}
              placeholder="Choose who said it"
              defaultValue={last.source}
            />
          </div>
          {questions.length > 0 && (
            <Select
              name="questionId"
              label="Question"
              options={questions}
              placeholder="None"
              defaultValue={last.questionId}
            />
          )}
          <Select name="stance" label="Stance" options={stances} placeholder="Not set" />
        </div>
        <Words goOn={goOn} />
      </div>
    </Form>
  );
}

/** What few contributions need: word for word, and what the room showed. */
function Particulars() {
  return (
    <Details summary="Word for word, hands, agreement">
      <div className="grid gap-4">
        <Checkboxes
          name="wording"
          label="Wording"
          optional
          options={[
            {
              value: "verbatim",
              label: "Word for word",
              hint: "Words in quotation marks are marked automatically.",
            },
          ]}
        />
        <div className="flex flex-wrap gap-5">
          <TextInput
            name="handsRaised"
            label="Hands raised"
            optional
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          <TextInput
            name="handsAsked"
            label="Out of"
            optional
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <Checkboxes
          name="agreementSeen"
          label="Agreement"
          optional
          options={[
            {
              value: "on",
              label: "Agreement was seen, not counted",
              hint: "For example, when several people nod. Only for the group.",
            },
          ]}
        />
      </div>
    </Details>
  );
}

function Words({ goOn }: { goOn: boolean }) {
  const form = useForm();
  const id = fieldId(form.id, "text");
  const error = errorOf(form.state, "text");
  return (
    <Field id={id} label="What was said" error={error}>
      {/* Focused only after a contribution was logged, by somebody who is typing, and not when the page is
          opened. */}
      <textarea
        id={id}
        name="text"
        rows={2}
        autoFocus={goOn}
        defaultValue={shownText(form.state, "text")}
        aria-describedby={describedBy(id, undefined, error)}
        aria-invalid={error ? true : undefined}
        className={`${CONTROL} voice w-full`}
      />
    </Field>
  );
}
