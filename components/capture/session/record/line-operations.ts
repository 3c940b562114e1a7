import type { Said, ThemeChange } from "@/lib/capture/contribution/line-edit";
import type { OperationOf } from "@/lib/capture/session/operation";
import type { ShownLine } from "@/lib/capture/session/record-view";

/** The operations that the editor of a line asks for; `opened` is the line as it was when the editor opened. */
export function editOf(opened: ShownLine, said: Said, themes: ThemeChange | null): OperationOf<"edit"> {
  const edit = { do: "edit" as const, ...changeOf(opened), ...said };
  return themes === null ? edit : { ...edit, themes };
}

/** Strikes the line out, or takes it back into the record. */
export function strikeOf(opened: ShownLine): OperationOf<"strike"> | OperationOf<"restore"> {
  return { do: opened.struck ? "restore" : "strike", ...changeOf(opened) };
}

/** The second part begins at the code point `at`, and stands right behind the first, whoever logged lines since. */
export function splitOf(opened: ShownLine, at: number, sequence: number): OperationOf<"split"> {
  return { do: "split", ...changeOf(opened), at, saidAt: opened.saidAt, sequence };
}

export function joinOf(into: ShownLine, opened: ShownLine): OperationOf<"merge"> {
  return {
    do: "merge",
    id: crypto.randomUUID(),
    into: into.id,
    intoRevision: into.revision,
    from: opened.id,
    fromRevision: opened.revision,
  };
}

/** What a change of a line says of it: the revision that was read, not the one that came meanwhile. */
function changeOf({ id, revision }: ShownLine) {
  return { id: crypto.randomUUID(), contributionId: id, revision };
}

/** Two parts of the same thing said: same speaker, both the gist or both word for word. */
export function canJoin(before: ShownLine, line: ShownLine): boolean {
  return (
    before.source === line.source &&
    before.participantId === line.participantId &&
    before.kind === line.kind &&
    !before.struck &&
    !line.struck &&
    !before.erased &&
    !line.erased &&
    before.hands === null &&
    line.hands === null
  );
}
