import type { Said, ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import type { OperationOf } from "@/lib/capture/session/operation";
import type { ShownContribution } from "@/lib/capture/session/record-view";

/**
 * The operations that the editor of a contribution asks for; `opened` is the contribution as it was when the
 * editor opened.
 */
export function editOf(
  opened: ShownContribution,
  said: Said,
  themes: ThemeChange | null,
): OperationOf<"edit"> {
  const edit = { do: "edit" as const, ...changeOf(opened), ...said };
  return themes === null ? edit : { ...edit, themes };
}

/** Strikes the contribution out, or takes it back into the record. */
export function strikeOf(opened: ShownContribution): OperationOf<"strike"> | OperationOf<"restore"> {
  return { do: opened.struck ? "restore" : "strike", ...changeOf(opened) };
}

/**
 * The second part begins at the code point `at`, and stands right behind the first, whoever logged
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

/** What a change of a contribution says of it: the revision that was read, not the one that came meanwhile. */
function changeOf({ id, revision }: ShownContribution) {
  return { id: crypto.randomUUID(), contributionId: id, revision };
}

/** Two parts of the same thing said: same speaker, both the gist or both word for word. */
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
