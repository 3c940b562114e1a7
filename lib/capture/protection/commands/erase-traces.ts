import { stringsIn, termFinder } from "@/lib/capture/clearance/erasure-terms";
import { speakerPlan } from "@/lib/capture/import/plan";
import type { Tx } from "@/lib/platform/db";
import { cancelJob } from "@/lib/platform/jobs";
import { repeatFinder, TAKEN_OUT } from "../erasure-repeats";
import { lateOf, type ErasureScope } from "../queries/erasure-scope";

type Finds = (text: string) => boolean;

/**
 * Removes what is kept of people outside their contributions: name, organisation and address, attributes,
 * seat, links, the account, and queued jobs and mail that name them or repeat their words.
 */
export async function eraseTraces(tx: Tx, scope: ErasureScope, words: readonly string[]): Promise<void> {
  const { reviewId, personIds, participantIds, roundtableIds } = scope;
  const identities = await tx.identity.findMany({ where: { personId: { in: personIds } } });
  const names = identities.flatMap(({ name }) => [name, ...name.split(/\s+/)]);
  const addresses = identities.flatMap(({ email }) => email ?? []);
  await erasePersonalData(tx, personIds, participantIds);
  await tx.verificationToken.deleteMany({ where: { identifier: { in: addresses, mode: "insensitive" } } });
  await eraseImports(tx, roundtableIds, termFinder(names));
  const fullNames = identities.map(({ name }) => name);
  const repeats = repeatFinder(words);
  const named = termFinder([...fullNames, ...addresses]);
  await eraseJobs(tx, (text) => named(text) || repeats(text).length > 0);
  await eraseReasons(tx, reviewId, named);
}

export async function erasePersonalData(
  tx: Tx,
  personIds: readonly string[],
  participantIds: readonly string[],
): Promise<void> {
  const participantId = { in: [...participantIds] };
  await tx.identity.deleteMany({ where: { personId: { in: [...personIds] } } });
  await tx.participantAttribute.deleteMany({ where: { participantId } });
  await tx.permissionLink.deleteMany({ where: { participantId } });
  await tx.goRoundPass.deleteMany({ where: { participantId } });
  await tx.participant.updateMany({ where: { id: participantId }, data: { seat: null, tableId: null } });
  const late = await lateOf(tx, participantIds);
  await tx.lateEntry.updateMany({ where: { id: { in: late } }, data: { payload: {} } });
  // Another person is the speaker now: only the revisions from when it was theirs are removed.
  await tx.$executeRaw`
    UPDATE late_entry SET payload = payload - 'earlier'
    WHERE jsonb_exists_any(jsonb_path_query_array(payload, '$.earlier[*].participantId'), ${[...participantIds]}::text[])`;
}

/**
 * A file that is still being imported may contain their words, which cannot be removed from it. It is
 * deleted, and has to be chosen again without them. A finished import forgets the names that its file had.
 */
async function eraseImports(tx: Tx, roundtableIds: readonly string[], named: Finds): Promise<void> {
  const imports = await tx.import.findMany({
    where: { roundtableId: { in: [...roundtableIds] } },
    select: { id: true, state: true, fileName: true, speakers: true, problems: true, jobId: true },
  });
  for (const { id, state, fileName, speakers, problems, jobId } of imports) {
    const open = state === "chosen" || state === "staged";
    if (open && jobId) await cancelJob(tx, jobId);
    await tx.import.update({
      where: { id },
      data: {
        fileName: named(fileName) ? "Removed" : fileName,
        // The participants that it made must be known to remove them; the speakers' names need not be.
        speakers: { made: speakerPlan(speakers).made },
        problems: Array.isArray(problems) ? problems.filter((one) => !stringsIn(one).some(named)) : [],
        ...(open ? { state: "undone" as const, undoneAt: new Date(), mapping: {} } : {}),
      },
      select: { id: true },
    });
  }
  await tx.importChunk.deleteMany({ where: { importId: { in: imports.map(({ id }) => id) } } });
}

/** Removes waiting mail and jobs that name them or repeat what they said. */
async function eraseJobs(tx: Tx, holds: Finds): Promise<void> {
  const jobs = await tx.job.findMany({
    where: { state: { in: ["queued", "running", "failed"] }, NOT: { payload: { equals: {} } } },
    select: { id: true, payload: true },
  });
  for (const { id, payload } of jobs) {
    if (!stringsIn(payload).some(holds)) continue;
    await cancelJob(tx, id);
    await tx.job.update({ where: { id }, data: { payload: {} }, select: { id: true } });
  }
}

/** The reason for a hold, or for an earlier refusal to erase, is kept without their name. */
async function eraseReasons(tx: Tx, reviewId: string, named: Finds): Promise<void> {
  const reason = TAKEN_OUT;
  for (const hold of await tx.hold.findMany({ where: { reviewId }, select: { id: true, reason: true } }))
    if (named(hold.reason))
      await tx.hold.update({ where: { id: hold.id }, data: { reason }, select: { id: true } });
  for (const asked of await tx.erasureRequest.findMany({
    where: { reviewId },
    select: { id: true, reason: true },
  }))
    if (asked.reason && named(asked.reason))
      await tx.erasureRequest.update({ where: { id: asked.id }, data: { reason }, select: { id: true } });
}
