import type { Said, ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import type { OperationOf } from "@/lib/capture/session/operation";
import type { ShownContribution } from "@/lib/capture/session/record-view";

/**
 * The operations of a contribution's editor; `opened` is the contribution as it was when the editor opened.
 */
export function editOf(
  opened: ShownContribution,
  said: Said,
  themes: ThemeChange | null,
): OperationOf<"edit"> {
  const edit = { do: "edit" as const, ...changeOf(opened), ...said };
  return themes === null ? edit : { ...edit, themes };
}

/** Strikes the contribution out, or restores it to the record. */
export function strikeOf(opened: ShownContribution): OperationOf<"strike"> | OperationOf<"restore"> {
  return { do: opened.struck ? "restore" : "strike", ...changeOf(opened) };
}

/**
 * The second part begins at the code point `at`, and comes directly after the first, whoever logged
 * contributions since.
 */
export function splitOf(opened: ShownContribution, at: number, sequence: number): OperationOf<"split"> {
  return { do: "split", ...changeOf(opened), at, saidAt: opened.saidAt, sequence };
}

export function joinOf(into: ShownContribution, opened: ShownContribution): OperationOf<"merge"> {
  return {
    do: "merge",
    id: crypto.randomUUID(),
    into: into.id,
    intoRevision: into.revision,
    from: opened.id,
    fromRevision: opened.revision,
  };
}

/**
 * The fields of every change of a contribution: the revision that was read, not one that arrived meanwhile.
 */
function changeOf({ id, revision }: ShownContribution) {
  return { id: crypto.randomUUID(), contributionId: id, revision };
}

/** Two parts of one statement: the same speaker, both gist or both verbatim. */
export function canJoin(before: ShownContribution, contribution: ShownContribution): boolean {
  return (
    before.source === contribution.source &&
    before.participantId === contribution.participantId &&
    before.wording === contribution.wording &&
    !before.struck &&
    !contribution.struck &&
    !before.erased &&
    !contribution.erased &&
    before.hands === null &&
    contribution.hands === null
  );
}
