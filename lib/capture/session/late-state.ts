import type { Operation } from "./operation";
import { contributionsOf } from "./outbox";

/**
 * What was decided about something that one person sent late: a contribution, or a change of the contribution
 * `contributionId`.
 */
export type OwnLate = {
  id: string;
  contributionId: string;
  kind: "contribution" | "edit";
  state: "waits" | "taken" | "set-aside";
};

export type LateState = "waits" | "contribution-set-aside" | "edit-set-aside";

/**
 * The state of a late contribution for its author; null where nothing of it waits or was last set aside.
 * `entries` are in the order of their decisions; `answered` are the operations on the contribution that were
 * answered as late on this page, which the entries may not include yet.
 */
export function lateStateOf(
  contributionId: string,
  entries: readonly OwnLate[],
  answered: readonly string[],
): LateState | null {
  const about = entries.filter((one) => one.contributionId === contributionId);
  // A change of a contribution that was itself late is part of that contribution's entry.
  const cameLate = about.some(({ kind }) => kind === "contribution");
  const isNew = !cameLate && answered.some((id) => !entries.some((one) => one.id === id));
  if (isNew || about.some(({ state }) => state === "waits")) return "waits";
  const last = about.at(-1);
  return last?.state === "set-aside" ? `${last.kind}-set-aside` : null;
}

/**
 * The states of all contributions of which `lateStateOf` knows something; `answered` are the operations that were answered as late
 * on this page.
 */
export function lateStates(
  entries: readonly OwnLate[],
  answered: readonly Operation[],
): ReadonlyMap<string, LateState> {
  const answers = new Map<string, string[]>(entries.map(({ contributionId }) => [contributionId, []]));
  for (const operation of answered)
    for (const id of contributionsOf(operation)) answers.set(id, [...(answers.get(id) ?? []), operation.id]);
  const states = new Map<string, LateState>();
  for (const [id, about] of answers) {
    const state = lateStateOf(id, entries, about);
    if (state !== null) states.set(id, state);
  }
  return states;
}
