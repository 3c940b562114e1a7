import { saidOf, undoingThemes } from "@/lib/capture/contribution/line-edit";
import type { Operation } from "./operation";
import type { Lines } from "./record-view";

/**
 * What takes `operation` back, given the lines before it and as they are now; null where nothing does.
 * `id` is for the new operation.
 */
export function undoing(operation: Operation, before: Lines, now: Lines, id: string): Operation | null {
  switch (operation.do) {
    case "record": {
      const line = now.get(operation.id);
      return line ? { do: "strike", id, contributionId: line.id, revision: line.revision } : null;
    }
    case "strike":
    case "restore": {
      const line = now.get(operation.contributionId);
      const back = operation.do === "strike" ? ("restore" as const) : ("strike" as const);
      return line ? { do: back, id, contributionId: line.id, revision: line.revision } : null;
    }
    case "edit": {
      const was = before.get(operation.contributionId);
      const line = now.get(operation.contributionId);
      if (!was || !line) return null;
      const back = { ...saidOf(was), id, contributionId: line.id, revision: line.revision };
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
    case "start-round":
    case "end-round":
    case "pass":
      return null;
  }
}
