import type { Kind, Stance } from "@/lib/capture/contribution/contribution";
import { isSameSaid, saidOf, withThemeChange } from "@/lib/capture/contribution/line-edit";
import { joined, separated, splitAt } from "@/lib/capture/contribution/split";
import type { Source } from "@/lib/capture/roundtable/source";
import type { Operation } from "./operation";

/** A line as the capture page keeps it: labels and ids, never a name of a participant. */
export type ShownLine = {
  id: string;
  source: Source;
  kind: Kind;
  text: string;
  stance: Stance | null;
  hands: { raised: number; asked: number } | null;
  agreementSeen: boolean;
  /** An instant in ISO 8601. */
  saidAt: string;
  /** False where a file said no time: then saidAt only orders it. */
  timeKnown: boolean;
  sequence: number;
  revision: number;
  struck: boolean;
  erased: boolean;
  questionId: string | null;
  participantId: string | null;
  tableId: string | null;
  roundId: string | null;
  mergedIntoId: string | null;
  recordedById: string;
  themeIds: string[];
};

export type Lines = ReadonlyMap<string, ShownLine>;

/** The order of the record: when it was said, then the facilitator's own numbering, then the id. */
export function inRecordOrder(lines: Iterable<ShownLine>): ShownLine[] {
  return [...lines].sort(
    (a, b) =>
      (a.saidAt < b.saidAt ? -1 : a.saidAt > b.saidAt ? 1 : 0) ||
      a.sequence - b.sequence ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * The lines as they will be once `operation` is stored, which is what its author sees meanwhile. What it
 * needs and does not find, it leaves alone: the server decides.
 */
export function withOperation(lines: Lines, operation: Operation, authorId: string): Lines {
  const changed = changedBy(lines, operation, authorId);
  if (changed.length === 0) return lines;
  const next = new Map(lines);
  for (const line of changed) next.set(line.id, line);
  return next;
}

function changedBy(lines: Lines, operation: Operation, authorId: string): ShownLine[] {
  switch (operation.do) {
    case "record":
      return [newLine(operation, authorId)];
    case "edit": {
      const line = lines.get(operation.contributionId);
      return line ? [edited(line, operation)] : [];
    }
    case "strike":
    case "restore": {
      const line = lines.get(operation.contributionId);
      return line ? [{ ...line, struck: operation.do === "strike", revision: line.revision + 1 }] : [];
    }
    case "split": {
      const line = lines.get(operation.contributionId);
      return line ? splitLine(line, operation, authorId) : [];
    }
    case "merge":
    case "unmerge": {
      const into = lines.get(operation.into);
      const from = lines.get(operation.from);
      if (!into || !from) return [];
      return operation.do === "merge" ? mergedLines(into, from) : separatedLines(into, from);
    }
    case "open-question":
    case "start-round":
    case "end-round":
    case "pass":
      return [];
  }
}

function newLine(operation: Extract<Operation, { do: "record" }>, authorId: string): ShownLine {
  return {
    id: operation.id,
    source: operation.source,
    kind: operation.kind,
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
    roundId: operation.roundId ?? null,
    mergedIntoId: null,
    recordedById: authorId,
    themeIds: operation.themeIds ?? [],
  };
}

function edited(line: ShownLine, operation: Extract<Operation, { do: "edit" }>): ShownLine {
  const said = saidOf(operation);
  return {
    ...line,
    ...said,
    themeIds: withThemeChange(line.themeIds, operation.themes),
    revision: isSameSaid(line, said) ? line.revision : line.revision + 1,
  };
}

function splitLine(
  line: ShownLine,
  operation: Extract<Operation, { do: "split" }>,
  authorId: string,
): ShownLine[] {
  const parts = splitAt(line.text, operation.at);
  if ("problem" in parts) return [];
  return [
    { ...line, text: parts.first, revision: line.revision + 1 },
    {
      ...line,
      id: operation.id,
      text: parts.second,
      saidAt: operation.saidAt,
      sequence: operation.sequence,
      revision: 1,
      recordedById: authorId,
    },
  ];
}

function mergedLines(into: ShownLine, from: ShownLine): ShownLine[] {
  return [
    { ...into, text: joined(into.text, from.text), revision: into.revision + 1 },
    { ...from, struck: true, mergedIntoId: into.id, revision: from.revision + 1 },
  ];
}

function separatedLines(into: ShownLine, from: ShownLine): ShownLine[] {
  const text = separated(into.text, from.text) ?? into.text;
  return [
    { ...into, text, revision: into.revision + 1 },
    { ...from, struck: false, mergedIntoId: null, revision: from.revision + 1 },
  ];
}
