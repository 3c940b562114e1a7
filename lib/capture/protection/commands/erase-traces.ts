import { stringsIn, termFinder } from "@/lib/capture/clearance/erasure-terms";
import { speakerPlan } from "@/lib/capture/import/plan";
import type { Tx } from "@/lib/platform/db";
import { cancelJob } from "@/lib/platform/jobs";
import { lateOf, type ErasureScope } from "../queries/erasure-scope";

type Finds = (text: string) => boolean;

/**
 * Removes what is kept of people outside their contributions: name, organisation and address, attributes,
 * seat, links, the account, sign-in links, and what files were imported.
 */
export async function eraseTraces(tx: Tx, scope: ErasureScope): Promise<void> {
  const { personIds, participantIds, roundtableIds } = scope;
  const identities = await tx.identity.findMany({ where: { personId: { in: personIds } } });
  const names = identities.flatMap(({ name }) => [name, ...name.split(/\s+/)]);
  const addresses = identities.flatMap(({ email }) => email ?? []);
  await erasePersonalData(tx, personIds, participantIds);
  await tx.verificationToken.deleteMany({ where: { identifier: { in: addresses, mode: "insensitive" } } });
  await eraseImports(tx, roundtableIds, termFinder(names));
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
        ...(open ? { state: "undone" as const, undoneAt: new Date(), mapping: {}, reading: {} } : {}),
      },
      select: { id: true },
    });
  }
  const kept = { where: { importId: { in: imports.map(({ id }) => id) } } };
  await tx.importChunk.deleteMany(kept);
  await tx.importFile.deleteMany(kept);
}
