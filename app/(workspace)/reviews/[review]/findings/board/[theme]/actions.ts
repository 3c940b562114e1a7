"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { countOf } from "@/lib/platform/text/count-words";
import type { FormState } from "@/lib/platform/result";
import { attachChosen, startFinding } from "@/lib/synthesise/board/commands/attach-chosen";
import { undoFindingChange } from "@/lib/synthesise/board/commands/undo-finding-change";
import {
  AttachChosenInput,
  StartFindingInput,
  UndoFindingChangeInput,
} from "@/lib/synthesise/board/finding-change";
import { writeCounterView } from "@/lib/synthesise/finding/commands/edit-finding";
import { CounterViewInput } from "@/lib/synthesise/finding/finding-input";

const attach = formAction(AttachChosenInput, attachChosen, ({ attached }) => {
  refresh();
  return { ok: true, message: `${countOf(attached, "contribution", "contributions")} attached.` };
});

const start = formAction(StartFindingInput, startFinding, ({ attached }) => {
  refresh();
  return {
    ok: true,
    message: `The finding was started with ${countOf(attached, "contribution", "contributions")}.`,
  };
});

/** The groups that are left are shown in its place. */
export const startFromGroup = formAction(StartFindingInput, startFinding, () => {
  refresh();
  return { ok: true };
});

/**
 * One form, because the same ticked contributions may be attached or start a finding: the button that was pressed
 * says which.
 */
export async function changeBoard(state: FormState, data: FormData): Promise<FormState> {
  const pressed = data.get("do");
  const [what, findingId = "", bearing = ""] = typeof pressed === "string" ? pressed.split(":") : [];
  if (what !== "attach") return start(state, data);
  data.set("findingId", findingId);
  data.set("bearing", bearing);
  return attach(state, data);
}

export const undo = formAction(UndoFindingChangeInput, undoFindingChange, () => {
  refresh();
  return { ok: true };
});

const counterView = formAction(CounterViewInput, writeCounterView, () => {
  refresh();
  return { ok: true };
});

/** After a refusal the page is read again, so that the form is based on the present version. */
export async function saveCounterView(state: FormState, data: FormData): Promise<FormState> {
  const next = await counterView(state, data);
  if (next && !next.ok) refresh();
  return next;
}
