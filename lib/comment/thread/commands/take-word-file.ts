import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { takeSuggestions } from "@/lib/report/returned/commands/take-suggestions";
import type { ReturnPlan } from "@/lib/report/returned/plan-return";
import { takeComments } from "./take-comments";

type TakeWordFile = { reportId: string; versionId: string } & Pick<
  ReturnPlan,
  "suggestions" | "added" | "comments"
>;

/** Takes in a Word file that came back, whole or not at all: its changes as suggestions, its comments as comments. */
export const takeWordFile = command(async (tx, viewer: Viewer, input: TakeWordFile) => {
  const { reportId, versionId, suggestions, added, comments } = input;
  const changed = await takeSuggestions.within(tx, viewer, { reportId, suggestions, added });
  const said = await takeComments.within(tx, viewer, { reportId, versionId, comments });
  return { ...changed, ...said };
});
