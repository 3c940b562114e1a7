import type { Viewer } from "@/lib/access/policy";
import { noteRefusal } from "@/lib/access/reading";
import { transaction } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import {
  Operation,
  type Batch,
  type BatchAnswer,
  type OperationOf,
  type OperationResult,
} from "../operation";
import { contributionsOf } from "../outbox";
import { getShownContribution } from "../queries/shown-contributions";
import { applyOperation } from "./apply-operation";
import { keepLate } from "./keep-late";
import { recordContributions } from "./record-contributions";

type ThemesOfOperation = ThemeChange & { operationId: string; contributionId: string };

/**
 * Sets the themes that were typed with a contribution, and removes those that an edit removed. A later stage
 * does this, once for each operation. Returns why not all of it was done, or null.
 */
export type SetThemes = (viewer: Viewer, themes: ThemesOfOperation) => Promise<string | null>;

const AFTER_REFUSED =
  "An earlier change to this contribution could not be saved. Deal with that change first.";

/**
 * Applies a browser's queued operations in order, each in its own transaction; each is stored once however
 * often it is sent. A refused one stops only those about the same contribution.
 */
export async function sendOperations(
  viewer: Viewer,
  batch: Batch,
  setThemes: SetThemes,
): Promise<BatchAnswer> {
  if (batch.asUserId !== viewer.userId)
    throw new Refusal(
      "stale",
      "Somebody else typed these contributions. They will be sent when that person signs in on this computer.",
    );
  const queue = batch.operations.map((sent) => ({ sent, read: Operation.safeParse(sent) }));
  const results: OperationResult[] = [];
  const blocked = new Set<string>();
  // Contributions are stored many at a time; any that are left out are then tried one by one.
  const tried = new Set<string>();
  const stored = new Set<string>();
  for (const [index, { sent, read }] of queue.entries()) {
    if (!read.success) {
      results.push(answer(sent.id, "refused", read.error.issues[0]?.message));
      for (const contribution of [sent.id, sent.contributionId, sent.into, sent.from])
        if (typeof contribution === "string") blocked.add(contribution);
      continue;
    }
    const operation = read.data;
    const contributions = contributionsOf(operation);
    if (contributions.some((contribution) => blocked.has(contribution))) {
      results.push(answer(operation.id, "refused", AFTER_REFUSED));
    } else {
      if (operation.do === "record" && !tried.has(operation.id)) {
        const run = runFrom(queue, index, operation);
        for (const contribution of run) tried.add(contribution.id);
        for (const one of await recordContributions(viewer, operation.roundtableId, run)) stored.add(one);
      }
      results.push(await resultOf(viewer, operation, stored, setThemes));
    }
    const outcome = results.at(-1)?.outcome;
    if (outcome === "refused" || outcome === "stale")
      for (const contribution of contributions) blocked.add(contribution);
  }
  return { results, now: new Date().toISOString() };
}

type Queue = readonly { read: ReturnType<typeof Operation.safeParse> }[];

/** The consecutive contributions of one roundtable from `index` on. */
function runFrom(queue: Queue, index: number, { roundtableId }: OperationOf<"record">) {
  const run: OperationOf<"record">[] = [];
  for (const { read } of queue.slice(index)) {
    if (!read.success || read.data.do !== "record" || read.data.roundtableId !== roundtableId) break;
    if (run.some(({ id }) => id === read.data.id)) break;
    run.push(read.data);
  }
  return run;
}

async function resultOf(
  viewer: Viewer,
  operation: Operation,
  stored: ReadonlySet<string>,
  setThemes: SetThemes,
): Promise<OperationResult> {
  const result = stored.has(operation.id)
    ? answer(operation.id, "saved", null, 1)
    : await applied(viewer, operation);
  const themes = themesOf(operation);
  if (themes === null || !(await areForNow(viewer, result, themes))) return result;
  const problem = await problemOf(() => setThemes(viewer, themes));
  if (problem === null) return result;
  return result.outcome === "late"
    ? { ...result, message: `${LATE} ${LATE_THEMES} ${problem}` }
    : { ...result, message: `The contribution is saved, but not its themes: ${problem}` };
}

/** Themes may be set on a closed record too; those of a late contribution wait with it. */
async function areForNow(
  viewer: Viewer,
  { outcome }: OperationResult,
  { contributionId }: ThemesOfOperation,
): Promise<boolean> {
  if (outcome === "late") return (await getShownContribution(viewer, contributionId)) !== null;
  return outcome === "saved";
}

async function problemOf(act: () => Promise<string | null>): Promise<string | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(error);
    return error.message;
  }
}

function themesOf(operation: Operation): ThemesOfOperation | null {
  if (operation.do !== "record" && operation.do !== "edit") return null;
  const { id: operationId } = operation;
  const contributionId = operation.do === "edit" ? operation.contributionId : operation.id;
  const change = operation.do === "edit" ? operation.themes : { add: operation.themeIds, remove: [] };
  if (!change || change.add.length + change.remove.length === 0) return null;
  return { ...change, operationId, contributionId };
}

async function applied(viewer: Viewer, operation: Operation): Promise<OperationResult> {
  try {
    const { revision } = await applyOperation(operation, viewer);
    return answer(operation.id, "saved", null, revision);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(error);
    return refused(viewer, operation, error);
  }
}

async function refused(viewer: Viewer, operation: Operation, refusal: Refusal): Promise<OperationResult> {
  const [contribution] = contributionsOf(operation);
  if (refusal.kind === "stale")
    return {
      ...answer(operation.id, "stale", refusal.message),
      contribution: contribution === undefined ? null : await getShownContribution(viewer, contribution),
    };
  try {
    if (await transaction((tx) => keepLate(tx, viewer, operation))) return answer(operation.id, "late", LATE);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return answer(operation.id, "refused", error.message);
  }
  return answer(operation.id, "refused", refusal.message);
}

const LATE =
  "The roundtable closed before this arrived. It is kept, and the lead decides whether to include it.";
const LATE_THEMES = "Not all of its themes could be changed, and the lead sees which:";

function answer(
  id: string,
  outcome: OperationResult["outcome"],
  message: string | null = null,
  revision: number | null = null,
): OperationResult {
  return { id, outcome, message, revision, contribution: null };
}
