import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { ContributionInput, EditInput } from "@/lib/capture/contribution/contribution";
import type { ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import { MAX_OPERATIONS } from "./batch-size";
import { withCurrentNames } from "./former-names";
import type { ShownContribution } from "./record-view";

/**
 * What a browser queues and sends, version 1. Each operation has an id that the browser made: sent twice, it
 * is stored once and gets the same answer. A later version is added next to this one, which stays readable as
 * long as a browser may hold contributions in it.
 */
const VERSION = 1;

const outOfDate = { error: "This page is out of date. Load it again. Anything waiting to be sent is kept" };
const id = z.uuid(outOfDate);
const placeId = id.nullable().optional();
const revision = z.number(outOfDate).int().min(1);
const sequence = z.number(outOfDate).int().min(1).max(2_000_000_000);
/** An instant of the browser's clock, corrected by its measured offset. */
const moment = z.iso.datetime({ offset: true, error: "The time of this cannot be read" });

/**
 * Checks the fields of a contribution with the schema that its form uses too, and keeps the rest of the
 * operation. Instants stay text, so that an operation is the same in the queue, in transit and in a late
 * entry.
 */
function contributionOf<Contribution extends z.ZodType>(
  schema: Contribution,
  sent: unknown,
  context: z.RefinementCtx,
) {
  const contribution = schema.safeParse(sent);
  if (contribution.success) return contribution.data;
  for (const { path, message } of contribution.error.issues)
    context.addIssue({ code: "custom", path, message });
  return z.NEVER;
}

const RecordOperation = z
  .looseObject({
    do: z.literal("record"),
    saidAt: moment,
    sequence,
    /** Set on the contribution after it is saved, so that a contribution is never lost because of a theme. */
    themeIds: z.array(id).max(20).default([]),
  })
  .transform((sent, context) => {
    const contribution = contributionOf(ContributionInput, sent, context);
    return {
      ...contribution,
      do: sent.do,
      saidAt: sent.saidAt,
      sequence: sent.sequence,
      themeIds: sent.themeIds,
    };
  });

const themeIds = z.array(id).max(20);

const EditOperation = z
  .looseObject({
    do: z.literal("edit"),
    id,
    contributionId: id,
    /** Absent in operations of older browsers: the contribution then keeps its themes. */
    themes: z.object({ add: themeIds, remove: themeIds }).optional(),
  })
  .transform((sent, context) => {
    const contribution = contributionOf(EditInput, { ...sent, id: sent.contributionId }, context);
    const edit = { ...contribution, do: sent.do, id: sent.id, contributionId: sent.contributionId };
    return withThemes(edit, sent.themes);
  });

function withThemes<Edit extends object>(edit: Edit, themes: ThemeChange | undefined): Edit & Themes {
  return themes ? { ...edit, themes } : edit;
}

type Themes = { themes?: ThemeChange };

const ofContribution = { id, contributionId: id, revision };

/**
 * `id` is the operation's own, except where it is the id of what the operation makes: a contribution, an
 * opening, a go-round.
 */
export const Operation = z.preprocess(
  withCurrentNames,
  z.discriminatedUnion(
    "do",
    [
      RecordOperation,
      EditOperation,
      z.object({ do: z.literal("strike"), ...ofContribution }),
      z.object({ do: z.literal("restore"), ...ofContribution }),
      z.object({
        do: z.literal("split"),
        ...ofContribution,
        /** The second part begins here, in code points. */
        at: z.number(outOfDate).int().min(1),
        saidAt: moment,
        sequence,
      }),
      z.object({
        do: z.literal("merge"),
        id,
        into: id,
        intoRevision: revision,
        from: id,
        fromRevision: revision,
      }),
      z.object({ do: z.literal("unmerge"), id, into: id, intoRevision: revision, from: id }),
      z.object({
        do: z.literal("open-question"),
        id,
        roundtableId: id,
        questionId: id,
        tableId: placeId,
        openedAt: moment,
      }),
      z.object({
        do: z.literal("start-go-round"),
        id,
        roundtableId: id,
        tableId: placeId,
        text: plainText({ what: "What is asked in this go-round", max: 200 }),
        startedAt: moment,
      }),
      z.object({ do: z.literal("end-go-round"), id, goRoundId: id, endedAt: moment }),
      z.object({ do: z.literal("pass"), id, goRoundId: id, participantId: id }),
    ],
    outOfDate,
  ),
);
export type Operation = z.output<typeof Operation>;
export type OperationOf<Do extends Operation["do"]> = Extract<Operation, { do: Do }>;

/** Only the envelope is checked as a whole, so that one unreadable operation does not stop the others. */
export const Batch = z.object({
  version: z.literal(VERSION, outOfDate),
  /** Who typed these operations: they are never stored under anybody else's name. */
  asUserId: id,
  sentAt: moment,
  operations: z.array(z.looseObject({ id }), outOfDate).min(1).max(MAX_OPERATIONS),
});
export type Batch = z.output<typeof Batch>;
/**
 * saved: committed to disk. late: the roundtable was closed meanwhile; kept word for word for the lead to
 * decide. refused: not stored, the message says why. stale: somebody changed the contribution; `contribution`
 * is its present version.
 */
type Outcome = "saved" | "late" | "refused" | "stale";

export type OperationResult = {
  id: string;
  outcome: Outcome;
  message: string | null;
  /** The revision of the saved contribution; after a merge or a split, of the one that remains. */
  revision: number | null;
  contribution: ShownContribution | null;
};

export type BatchAnswer = {
  /** One for each operation, in their order. */
  results: OperationResult[];
  /** The server's clock. */
  now: string;
};
