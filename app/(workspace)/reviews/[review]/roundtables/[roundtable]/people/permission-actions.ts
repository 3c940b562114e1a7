"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { recordPermission } from "@/lib/capture/people/commands/change-participant";
import {
  endPermissionLink,
  makePermissionLink,
  makePermissionSlips,
} from "@/lib/capture/permission/commands/make-permission-link";
import { PermissionInput } from "@/lib/capture/people/participant";
import {
  isNarrowing,
  LinkInput,
  MakeLinksInput,
  type MadeLink,
  type SlipState,
} from "@/lib/capture/permission/permission";
import { drawCode, permissionPath } from "@/lib/capture/permission/permission-code";
import { getPermission } from "@/lib/capture/people/queries/participants";
import { appUrl } from "@/lib/platform/env";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/**
 * Records a permission; a narrower one first goes to a page with its consequences, and is recorded from
 * there.
 */
export async function permit(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const here = (id: string) => roundtableHref(slugs, `people/${id}`);
  const act = formAction(
    PermissionInput,
    async (viewer, input) => {
      const from = await getPermission(viewer, input.participantId);
      if (isNarrowing(from, input.level) && !input.confirmed) return "check" as const;
      await recordPermission(viewer, input);
      return "recorded" as const;
    },
    (result, { participantId, level, means, confirmed }) => {
      if (result === "check") {
        const query = new URLSearchParams({ to: level ?? "", means });
        redirect(`${here(participantId)}/narrow?${query.toString()}`);
      }
      if (confirmed) redirect(here(participantId));
      refresh();
      return { ok: true, message: "Their permission is recorded." };
    },
  );
  return act(state, data);
}

/** The slips of the whole roundtable: their links are shown only this once. */
export async function makeSlips(_state: SlipState, data: FormData): Promise<SlipState> {
  const slips: SlipState[] = [];
  const act = formAction(MakeLinksInput, async (viewer, input) => {
    slips.push({ ok: true, slips: (await makePermissionSlips(viewer, input)).map(slipOf) });
  });
  return answerOf(await act(null, data), slips);
}

export async function makeLink(_state: SlipState, data: FormData): Promise<SlipState> {
  const slips: SlipState[] = [];
  const act = formAction(LinkInput, async (viewer, input) => {
    slips.push({ ok: true, slips: [slipOf(await makePermissionLink(viewer, input))] });
    refresh();
  });
  return answerOf(await act(null, data), slips);
}

export async function endLink(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(LinkInput, endPermissionLink, () => {
    refresh();
    return { ok: true, message: "The link no longer works." };
  });
  return act(state, data);
}

function slipOf({ label, token }: MadeLink) {
  if (token === null) return { label, link: null };
  const address = appUrl() + permissionPath(token);
  return { label, link: { address, code: drawCode(appUrl() + permissionPath(token, true)) } };
}

function answerOf(state: FormState, [made]: readonly SlipState[]): SlipState {
  if (made) return made;
  if (state === null || state.ok) return null;
  return { ok: false, problem: state.message ?? Object.values(state.fieldErrors).join(". ") };
}
