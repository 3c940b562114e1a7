import { saidOf, undoingThemes } from "@/lib/capture/contribution/contribution-edit";
import type { Operation } from "./operation";
import type { Contributions } from "./record-view";

/** What undoing the logging of that many contributions did, and how to restore them. */
export function undoneLoggingWords(count: number): string {
  return count === 1
    ? "The contribution you logged is struck out. To get it back, choose Edit next to it, then Restore."
    : `The ${count} contributions you logged are struck out. To get one back, choose Edit next to it, then Restore.`;
}

/**
 * The operation that undoes `operation`, given the contributions before it and now; null where none does.
 * `id` is for the new operation.
 */
export function undoing(
  operation: Operation,
  before: Contributions,
  now: Contributions,
  id: string,
): Operation | null {
  switch (operation.do) {
    case "record": {
      const contribution = now.get(operation.id);
      return contribution
        ? { do: "strike", id, contributionId: contribution.id, revision: contribution.revision }
        : null;
    }
    case "strike":
    case "restore": {
      const contribution = now.get(operation.contributionId);
      const back = operation.do === "strike" ? ("restore" as const) : ("strike" as const);
      return contribution
        ? { do: back, id, contributionId: contribution.id, revision: contribution.revision }
        : null;
    }
    case "edit": {
      const was = before.get(operation.contributionId);
      const contribution = now.get(operation.contributionId);
      if (!was || !contribution) return null;
      const back = { ...saidOf(was), id, contributionId: contribution.id, revision: contribution.revision };
      if (!operation.themes) return { do: "edit", ...back };
      return { do: "edit", ...back, themes: undoingThemes(was.themeIds, operation.themes) };
    }
    case "split": {
      const into = now.get(operation.contributionId);
      const from = now.get(operation.id);
      if (!into || !from) return null;
      return {
        do: "merge",
        id,
        into: into.id,
        intoRevision: into.revision,
        from: from.id,
        fromRevision: from.revision,
      };
    }
    case "merge": {
      const into = now.get(operation.into);
      return into
        ? { do: "unmerge", id, into: into.id, intoRevision: into.revision, from: operation.from }
        : null;
    }
    case "unmerge":
    case "open-question":
    case "start-go-round":
    case "end-go-round":
    case "pass":
      return null;
  }
}
