"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FileInput } from "@/components/ui/form/file-input";
import { FormContext } from "@/components/ui/form/form-context";
import { notSent } from "@/components/ui/form/sending";
import { useLeaveQuestion } from "@/components/ui/use-leave-question";
import { useSending } from "@/components/ui/form/use-sending";
import type { AttendanceState, ReadList } from "@/lib/capture/registration/attendance-state";
import { countOf } from "@/lib/platform/text/count-words";
import { AttendanceColumns } from "./attendance-columns";
import { AttendancePlan } from "./attendance-plan";
import { AttendanceValues } from "./attendance-values";

const ID = "attendance";
const LEAVE_QUESTION =
  "Nobody on this list is added yet. What you chose will be lost if you leave this page. Leave it anyway?";
const onServer = typeof window === "undefined";

type Action = (state: AttendanceState, data: FormData) => Promise<AttendanceState>;
type Props = { roundtableId: string; action: Action };

/** The list is in the form already, so it is not sent a second time in the answer. */
function sendingOnce(action: Action): Action {
  return async (before, data) => {
    try {
      return await action(null, data);
    } catch (error) {
      return { ...notSent(error, data), list: before?.list ?? null };
    }
  };
}

/** Choose a list, see how it is read, correct what is wrong, and only then register the people. */
export function AttendanceForm({ roundtableId, action }: Props) {
  // The server needs the action itself, to write its address into the page.
  const send = useMemo(() => (onServer ? action : sendingOnce(action)), [action]);
  const { state, dispatch, pending, submit } = useSending(send);
  const list = state?.list ?? null;
  useLeaveQuestion(list ? LEAVE_QUESTION : null);
  const refusal = state && !state.ok ? state : null;
  return (
    <FormContext value={{ id: ID, state: refusal, pending }}>
      <form action={dispatch} onSubmit={submit} noValidate className="grid gap-6">
        {refusal && <ErrorSummary refusal={refusal} formId={ID} />}
        <input type="hidden" name="roundtableId" value={roundtableId} />
        <FileInput
          // After a list was read, the next file is another one.
          key={list ? list.file.fileName : "first"}
          name="file"
          label={list ? "Another list" : "Attendance list"}
          hint={
            list
              ? "Your choices below also apply to it."
              : "A CSV file or an Excel workbook with a heading for each column, such as Name, Organisation, Email or Role."
          }
          accept=".csv,.xlsx,text/csv"
        />
        <div>
          <Button
            type="submit"
            name="step"
            value="read"
            variant={list ? "quiet" : "primary"}
            aria-disabled={pending || undefined}
          >
            {list ? "Read another list" : "Read the list"}
          </Button>
        </div>
        {list && <ListFields list={list} pending={pending} />}
      </form>
    </FormContext>
  );
}

function ListFields({ list, pending }: { list: ReadList; pending: boolean }) {
  const added = list.rows.filter(({ outcome }) => outcome === "new").length;
  return (
    <div className="mt-4 grid gap-10">
      <input type="hidden" name="list" value={JSON.stringify(list.file)} />
      <input type="hidden" name="seen" value={list.seen} />
      {list.payload.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Summary list={list} />
      <AttendanceValues groups={list.groups} means={list.means} />
      <AttendanceColumns columns={list.columns} />
      <AttendancePlan rows={list.rows} emptyLines={list.emptyLines} />
      <div className="flex flex-wrap gap-3">
        {added > 0 && (
          <Button type="submit" name="step" value="add" aria-disabled={pending || undefined}>
            {`Add ${countOf(added, "participant")}`}
          </Button>
        )}
        <Button type="submit" name="step" value="check" variant="quiet" aria-disabled={pending || undefined}>
          Check again
        </Button>
      </div>
    </div>
  );
}

const isColumn = (field: string) => field.startsWith("column-");

function Summary({ list: { file, rows, groups, problems } }: { list: ReadList }) {
  const count = (outcome: "new" | "there" | "refused") =>
    rows.filter((row) => row.outcome === outcome).length;
  const open = groups.flatMap(({ values }) => values.filter(({ choice }) => choice === null)).length;
  const columns = Object.entries(problems).flatMap(([name, text]) => (isColumn(name) ? text : []));
  return (
    <div role="status" className="max-w-measure">
      <p>
        {`${file.fileName}: ${countOf(count("new"), "row")} to add, ${count("there")} registered already, ${count("refused")} that cannot be added. Nothing is saved yet.`}
      </p>
      {file.left && <p className="mt-1">{file.left}</p>}
      {columns.map((problem) => (
        <p key={problem} className="mt-1 font-semibold">{`${problem}.`}</p>
      ))}
      <p className="mt-1 font-semibold">
        {open > 0
          ? `${countOf(open, "value is", "values are")} not understood. Choose what each means, or leave it out.`
          : "We understood every value, or you have chosen what it means."}
      </p>
    </div>
  );
}
