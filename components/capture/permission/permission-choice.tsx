"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FormContext } from "@/components/ui/form/form-context";
import { Radios } from "@/components/ui/form/radios";
import { PERMISSION_LEVELS, type PermissionLevel } from "@/lib/capture/people/permission-choices";
import { CHOICE_WORDS } from "@/lib/capture/permission/permission-words";
import type { FormRefusal } from "@/lib/platform/result";

const ID = "permission";

type Props = {
  /** Where the form is posted to. */
  action: string;
  by: string;
  wording: number;
  level: PermissionLevel | null;
  problem: string | null;
};

/** A participant's choice, as a plain form: it needs no script, no cookie and no referrer. */
export function PermissionChoice({ action, by, wording, level, problem }: Props) {
  const state: FormRefusal | null =
    problem === null ? null : { ok: false, fieldErrors: { level: problem }, values: level ? { level } : {} };
  return (
    <FormContext value={{ id: ID, state, pending: false }}>
      <form method="post" action={action} noValidate>
        {state && <ErrorSummary refusal={state} formId={ID} />}
        <input type="hidden" name="wording" value={wording} />
        <input type="hidden" name="by" value={by} />
        <Radios
          name="level"
          label="What may happen with what you say?"
          options={PERMISSION_LEVELS.map((value) => ({
            value,
            label: CHOICE_WORDS[value].title,
            hint: CHOICE_WORDS[value].means,
          }))}
          {...(level ? { defaultValue: level } : {})}
        />
        <div className="mt-7">
          <Button type="submit">{level ? "Change my choice" : "Record my choice"}</Button>
        </div>
      </form>
    </FormContext>
  );
}
