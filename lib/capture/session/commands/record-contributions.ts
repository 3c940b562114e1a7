import { reviewsWhere, type Viewer } from "@/lib/access/policy";
import { isUniqueViolation } from "@/lib/platform/db";
import { together } from "@/lib/platform/together";
import type { OperationOf } from "../operation";
import { insertTogether, type Sent } from "./insert-together";

/** The notice of what was stored names every contribution, and PostgreSQL takes 8,000 bytes. */
const MAX_TOGETHER = 150;

/**
 * Browsers of one person that send to two processes at the same instant get the same numbers; all but one of them try
 * again.
 */
const TRIES = 4;

/**
 * Logs contributions of one roundtable, with whatever else of it this process is sent meanwhile, in a single statement and
 * commit. Returns the ids of those that are stored. A contribution that is missing was refused or is stored already;
 * recordContribution tells which. None is stored where other requests of the same person keep coming between.
 */
export async function recordContributions(
  viewer: Viewer,
  roundtableId: string,
  contributions: readonly OperationOf<"record">[],
): Promise<ReadonlySet<string>> {
  const reviewIds = reviewsWhere(viewer, "contribution.record");
  const outcome = await storeTogether({ roundtableId, userId: viewer.userId, reviewIds, contributions });
  if ("fault" in outcome) throw outcome.fault;
  return outcome.stored;
}

type Outcome = { stored: ReadonlySet<string> } | { fault: unknown };

const storeTogether = together(
  MAX_TOGETHER,
  async (all: readonly Sent[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const some of inParts(all)) outcomes.push(...(await outcomesOf(some)));
    return outcomes;
  },
  // Whoever locks one roundtable, as when it is closed, holds up no other.
  ({ roundtableId }) => roundtableId,
);

/** So many at a time as one notice can name. */
function inParts(all: readonly Sent[]): Sent[][] {
  const parts: Sent[][] = [];
  let count = MAX_TOGETHER;
  for (const sent of all) {
    count += sent.contributions.length;
    if (count > MAX_TOGETHER) {
      parts.push([]);
      count = sent.contributions.length;
    }
    parts.at(-1)?.push(sent);
  }
  return parts;
}

/** What somebody sent that the statement cannot take fails nobody else. */
async function outcomesOf(some: readonly Sent[]): Promise<Outcome[]> {
  try {
    return (await inserted(some)).map((stored) => ({ stored }));
  } catch (fault) {
    if (some.length === 1) return [{ fault }];
    const outcomes: Outcome[] = [];
    for (const one of some) outcomes.push(...(await outcomesOf([one])));
    return outcomes;
  }
}

async function inserted(some: readonly Sent[]): Promise<readonly ReadonlySet<string>[]> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await insertTogether(some);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return some.map(() => new Set());
}
