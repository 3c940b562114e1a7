import type { Viewer } from "@/lib/access/policy";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import {
  mergeContributions,
  unmergeContributions,
} from "@/lib/capture/contribution/commands/merge-contributions";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { notAhead } from "@/lib/capture/contribution/said-at";
import type { Operation } from "../operation";
import { endGoRound } from "./end-go-round";
import { openQuestion } from "./open-question";
import { passInGoRound } from "./pass-in-go-round";
import { startGoRound } from "./start-go-round";

/** Runs the command that the operation asks for; its result may give the contribution's revision. */
export function applyOperation(
  operation: Operation,
  viewer: Viewer,
): Promise<{ id: string; revision?: number }> {
  switch (operation.do) {
    case "record":
      return recordContribution(viewer, { ...operation, saidAt: notAhead(operation.saidAt) });
    case "edit":
      return editContribution(viewer, { ...operation, id: operation.contributionId });
    case "strike":
      return strikeContribution(viewer, { id: operation.contributionId, revision: operation.revision });
    case "restore":
      return restoreContribution(viewer, { id: operation.contributionId, revision: operation.revision });
    case "split":
      return splitContribution(viewer, operation);
    case "merge":
      return mergeContributions(viewer, operation);
    case "unmerge":
      return unmergeContributions(viewer, operation);
    case "open-question":
      return openQuestion(viewer, operation);
    case "start-go-round":
      return startGoRound(viewer, operation);
    case "end-go-round":
      return endGoRound(viewer, operation);
    case "pass":
      return passInGoRound(viewer, operation);
  }
}
