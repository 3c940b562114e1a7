import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { isSameSaid, saidOf, withThemeChange } from "@/lib/capture/contribution/contribution-edit";
import { joined, separated, splitAt } from "@/lib/capture/contribution/split";
import type { Operation } from "./operation";

type NotShown = "roundtableId" | "npqs" | "splitFromId" | "lateAt" | "saidAt" | "struckAt" | "erasedAt";

/** A contribution as the capture page keeps it: labels and ids, never a participant's name. */
export type ShownContribution = Omit<StoredContribution, NotShown> & {
  /** An instant in ISO 8601. */
  saidAt: string;
  struck: boolean;
  erased: boolean;
  themeIds: string[];
  /** NPQs that it was marked with. A record that an earlier version of the application kept on a computer has none. */
  npqs?: string[];
};

export type Contributions = ReadonlyMap<string, ShownContribution>;

/** The order of the record: when it was said, then the facilitator's own numbering, then the id. */
export function inRecordOrder(contributions: Iterable<ShownContribution>): ShownContribution[] {
  return [...contributions].sort(
    (a, b) =>
      (a.saidAt < b.saidAt ? -1 : a.saidAt > b.saidAt ? 1 : 0) ||
      a.sequence - b.sequence ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * The contributions as they will be after `operation` is stored, shown to its author meanwhile. An operation
 * on a contribution that is not here is ignored: the server decides.
 */
export function withOperation(
  contributions: Contributions,
  operation: Operation,
  authorId: string,
): Contributions {
  const changed = changedBy(contributions, operation, authorId);
  if (changed.length === 0) return contributions;
  const next = new Map(contributions);
  for (const contribution of changed) next.set(contribution.id, contribution);
  return next;
}

function changedBy(
  contributions: Contributions,
  operation: Operation,
  authorId: string,
): ShownContribution[] {
  switch (operation.do) {
    case "record":
      return [newContribution(operation, authorId)];
    case "edit": {
      const contribution = contributions.get(operation.contributionId);
      return contribution ? [edited(contribution, operation)] : [];
    }
    case "strike":
    case "restore": {
      const contribution = contributions.get(operation.contributionId);
      return contribution
        ? [{ ...contribution, struck: operation.do === "strike", revision: contribution.revision + 1 }]
        : [];
    }
    case "split": {
      const contribution = contributions.get(operation.contributionId);
      return contribution ? splitContribution(contribution, operation, authorId) : [];
    }
    case "merge":
    case "unmerge": {
      const into = contributions.get(operation.into);
      const from = contributions.get(operation.from);
      if (!into || !from) return [];
      return operation.do === "merge" ? mergedContributions(into, from) : separatedContributions(into, from);
    }
    case "open-question":
    case "start-go-round":
    case "end-go-round":
    case "pass":
      return [];
  }
}

function newContribution(
  operation: Extract<Operation, { do: "record" }>,
  authorId: string,
): ShownContribution {
  return {
    id: operation.id,
    source: operation.source,
    wording: operation.wording,
    text: operation.text,
    stance: operation.stance ?? null,
    hands: operation.hands ?? null,
    agreementSeen: operation.agreementSeen ?? false,
    saidAt: operation.saidAt,
    timeKnown: true,
    sequence: operation.sequence,
    revision: 1,
    struck: false,
    erased: false,
    questionId: operation.questionId ?? null,
    participantId: operation.participantId ?? null,
    tableId: operation.tableId ?? null,
    goRoundId: operation.goRoundId ?? null,
    mergedIntoId: null,
    recordedById: authorId,
    themeIds: operation.themeIds ?? [],
    npqs: operation.npqs ?? [],
  };
}

function edited(
  contribution: ShownContribution,
  operation: Extract<Operation, { do: "edit" }>,
): ShownContribution {
  const said = saidOf(operation);
  return {
    ...contribution,
    ...said,
    themeIds: withThemeChange(contribution.themeIds, operation.themes),
    revision: isSameSaid(contribution, said) ? contribution.revision : contribution.revision + 1,
  };
}

function splitContribution(
  contribution: ShownContribution,
  operation: Extract<Operation, { do: "split" }>,
  authorId: string,
): ShownContribution[] {
  const parts = splitAt(contribution.text, operation.at);
  if ("problem" in parts) return [];
  return [
    { ...contribution, text: parts.first, revision: contribution.revision + 1 },
    {
      ...contribution,
      id: operation.id,
      text: parts.second,
      saidAt: operation.saidAt,
      sequence: operation.sequence,
      revision: 1,
      recordedById: authorId,
    },
  ];
}

function mergedContributions(into: ShownContribution, from: ShownContribution): ShownContribution[] {
  return [
    { ...into, text: joined(into.text, from.text), revision: into.revision + 1 },
    { ...from, struck: true, mergedIntoId: into.id, revision: from.revision + 1 },
  ];
}

function separatedContributions(into: ShownContribution, from: ShownContribution): ShownContribution[] {
  const text = separated(into.text, from.text) ?? into.text;
  return [
    { ...into, text, revision: into.revision + 1 },
    { ...from, struck: false, mergedIntoId: null, revision: from.revision + 1 },
  ];
}
