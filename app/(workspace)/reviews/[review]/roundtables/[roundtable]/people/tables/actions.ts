"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { arrangeTables, endTables } from "@/lib/capture/roundtable/commands/arrange-tables";
import { ArrangeTablesInput, EndTablesInput } from "@/lib/capture/roundtable/tables";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../../read-roundtable";

export async function arrange(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ArrangeTablesInput, arrangeTables, () => {
    refresh();
    return { ok: true, message: "The tables are saved. Everybody on the capture page sees them at once." };
  });
  return act(state, data);
}

export async function end(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(EndTablesInput, endTables, () =>
    redirect(`${roundtableHref(slugs, "people")}?done=together`),
  );
  return act(state, data);
}
