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
