"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FileInput } from "@/components/ui/form/file-input";
import { FormContext } from "@/components/ui/form/form-context";
import type { FormRefusal } from "@/lib/platform/result";

const ID = "schools";

/** A plain form, whose file is streamed to the server: it may be larger than a server action accepts. */
export function SchoolUpload({ action, problem }: { action: string; problem: string | null }) {
  const state: FormRefusal | null =
    problem === null ? null : { ok: false, fieldErrors: { file: problem }, values: {} };
  return (
    <FormContext value={{ id: ID, state, pending: false }}>
      <form method="post" encType="multipart/form-data" action={action} className="grid gap-6">
        {state && <ErrorSummary refusal={state} formId={ID} />}
        <FileInput
          name="file"
          label="Extract of the register"
          hint="The CSV of all establishments, about 60 MB. It takes up to a minute."
          accept=".csv,text/csv"
        />
        <div>
          <Button type="submit">Load the schools</Button>
        </div>
      </form>
    </FormContext>
  );
}
