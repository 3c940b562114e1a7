"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { Form } from "@/components/ui/form";
import { FormContext } from "@/components/ui/form-context";
import type { FormAction } from "@/components/ui/sending";
import type { AttendanceState } from "@/lib/capture/attendance-state";
import { countOf } from "@/lib/capture/words";
import { AttendancePlan } from "./attendance-plan";

const ID = "attendance";

type Props = {
  roundtableId: string;
  read: (state: AttendanceState, data: FormData) => Promise<AttendanceState>;
  register: FormAction;
};

/** Choose a list, see what would happen with each row, and only then register it. */
export function AttendanceForm({ roundtableId, read, register }: Props) {
  const [state, dispatch, pending] = useActionState(read, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const added = state?.ok ? state.plan.filter(({ outcome }) => outcome === "new").length : 0;
  return (
    <>
      <FormContext value={{ id: ID, state: refusal, pending }}>
        <form action={dispatch} noValidate className="grid gap-6">
          {refusal && <ErrorSummary refusal={refusal} formId={ID} />}
          <input type="hidden" name="roundtableId" value={roundtableId} />
          <FileInput
            name="file"
            label="Attendance list"
            hint="A CSV file or an Excel workbook with a heading for each column, such as Name, Organisation, Email or Role."
            accept=".csv,.xlsx,text/csv"
          />
          <div>
            <Button
              type="submit"
              variant={state?.ok ? "quiet" : "primary"}
              aria-disabled={pending || undefined}
            >
              {state?.ok ? "Read another list" : "Read the list"}
            </Button>
          </div>
        </form>
      </FormContext>
      {state?.ok && (
        <div className="mt-10 grid gap-6">
          <AttendancePlan list={state} />
          {added > 0 && (
            <Form action={register} submitLabel={`Add ${countOf(added, "participant")}`}>
              <input type="hidden" name="roundtableId" value={roundtableId} />
              <input type="hidden" name="rows" value={JSON.stringify(state.rows)} />
            </Form>
          )}
        </div>
      )}
    </>
  );
}
