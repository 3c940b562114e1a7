import { db } from "@/lib/platform/db";
import type { ContributionInput, NewContribution } from "@/lib/capture/contribution/contribution";
import type { Outcome, Reading } from "../outcome";
import type { RowProblem } from "../row";
import type { Said } from "@/lib/capture/contribution/contribution-edit";
import { beginning } from "../time/beginning";
import { contributionId } from "../contribution-id";

const ERASED = "Its speaker has since been erased";
const LEFT = "Its speaker had already left the review";

type Staged = { contributions: NewContribution[]; left: RowProblem[] };

/**
 * Which of some rows will be stored, and which are left out: reads who is at the roundtable, and writes
 * nothing.
 */
export async function stageContributions(
  importId: string,
  reading: Reading,
  decided: readonly Outcome[],
): Promise<Staged> {
  const people = await db().participant.findMany({
    where: { roundtableId: reading.roundtableId },
    select: { id: true, host: true, person: { select: { erasedAt: true, leftAt: true } } },
  });
  const there = people.filter(({ person }) => person.erasedAt === null);
  const hosts = new Map(there.map(({ id, host }) => [id, host]));
  const erased = new Set(people.filter(({ person }) => person.erasedAt !== null).map(({ id }) => id));
  const leftAt = new Map(people.map(({ id, person }) => [id, person.leftAt]));
  const hadLeft = (id: string | null | undefined, saidAt: Date) => {
    const left = leftAt.get(id ?? "") ?? null;
    return left !== null && saidAt >= left;
  };
  const start = beginning({ heldOn: reading.heldOn, startsAt: reading.columns.startsAt });
  const waiting = await waitingContributions(importId, reading, decided, hosts);
  const staged: Staged = { contributions: [], left: [] };
  for (const [index, outcome] of decided.entries()) {
    if (outcome.what === "out") staged.left.push(outcome.problem);
    else if (outcome.what === "waiting") {
      const contribution = waiting.get(index);
      // The file is older than the erasure, so the words must not come back, not even without a speaker.
      if (erased.has(outcome.input.participantId ?? ""))
        staged.left.push({ line: outcome.line, reason: ERASED });
      else if (hadLeft(outcome.input.participantId, outcome.input.saidAt ?? start))
        staged.left.push({ line: outcome.line, reason: LEFT });
      else if (contribution) staged.contributions.push(contribution);
      else staged.left.push({ line: outcome.line, reason: "It is in the record already" });
    } else {
      const { row, as } = outcome;
      const speaker = speakerFor(row.source, as, hosts);
      if (speaker === null) staged.left.push({ line: row.line, reason: ERASED });
      else if (hadLeft(speaker.participantId, row.saidAt ?? start))
        staged.left.push({ line: row.line, reason: LEFT });
      else
        staged.contributions.push({
          id: contributionId(importId, outcome.slot),
          wording: row.wording,
          text: row.text,
          stance: row.stance,
          questionId: row.questionId,
          saidAt: row.saidAt ?? start,
          timeKnown: row.saidAt !== null,
          ...speaker,
        });
    }
  }
  return staged;
}

type SpokenBy = Pick<Said, "source" | "participantId">;

/** Null where the chosen speaker is no longer there. */
function speakerFor(
  source: Said["source"],
  as: string | null,
  hosts: ReadonlyMap<string, boolean>,
): SpokenBy | null {
  if (source !== "identified" && source !== "host") return { source, participantId: null };
  if (as === null || as === "unknown")
    return { source: source === "host" ? "host" : "unidentified", participantId: null };
  const host = hosts.get(as);
  if (host === undefined) return null;
  return { source: host ? "host" : source, participantId: as };
}

/**
 * Contributions that waited on a device, by their index in the piece; those already in the record are left
 * out.
 */
async function waitingContributions(
  importId: string,
  reading: Reading,
  decided: readonly Outcome[],
  hosts: ReadonlyMap<string, boolean>,
): Promise<Map<number, NewContribution>> {
  const inputs = decided.flatMap((outcome, index) =>
    outcome.what === "waiting" ? [{ index, slot: outcome.slot, input: outcome.input }] : [],
  );
  const contributions = new Map<number, NewContribution>();
  if (inputs.length === 0) return contributions;
  const there = await db().contribution.findMany({
    where: { id: { in: inputs.map(({ input }) => input.id) } },
    select: {
      id: true,
      text: true,
      erasedAt: true,
      importId: true,
      import: { select: { state: true } },
      revisions: { where: { revision: 1 }, select: { text: true } },
    },
  });
  const byId = new Map(there.map((contribution) => [contribution.id, contribution]));
  const questions = new Set(reading.questions.map(({ id }) => id));
  const start = beginning({ heldOn: reading.heldOn, startsAt: reading.columns.startsAt });
  for (const { index, slot, input } of inputs) {
    const stored = byId.get(input.id);
    const mine = stored?.importId === importId;
    const hidden = stored?.importId && stored.import?.state !== "visible";
    const same = stored && (stored.erasedAt ?? [stored.text, stored.revisions[0]?.text].includes(input.text));
    if (same && !hidden) continue;
    const id = stored && !mine ? contributionId(importId, slot) : input.id;
    const { saidAt = null } = input;
    const said = { saidAt: saidAt ?? start, timeKnown: saidAt !== null };
    contributions.set(index, { id, ...restOf(input, hosts, questions), ...said });
  }
  return contributions;
}

function restOf(
  input: ContributionInput,
  hosts: ReadonlyMap<string, boolean>,
  questions: ReadonlySet<string>,
) {
  const { wording, text, stance = null, hands = null, agreementSeen = false, npqs = [] } = input;
  const participantId = input.participantId && hosts.has(input.participantId) ? input.participantId : null;
  const gone = input.source === "identified" && participantId === null;
  return {
    wording,
    text,
    stance,
    hands,
    agreementSeen,
    npqs,
    participantId,
    source: gone ? ("unidentified" as const) : input.source,
    questionId: input.questionId && questions.has(input.questionId) ? input.questionId : null,
  };
}
