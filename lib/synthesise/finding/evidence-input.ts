import { z } from "zod";
import { BEARINGS } from "./bearing";
import { CONTRIBUTION_FIELD, MAX_ATTACHED } from "./evidence";

export const BearingField = z.enum(BEARINGS, { error: "Choose supports, contradicts or qualifies" });

export const AttachEvidenceInput = z.object({
  findingId: z.uuid(),
  contributionId: z.uuid(),
  bearing: BearingField,
});
export type AttachEvidenceInput = z.infer<typeof AttachEvidenceInput>;

export const DetachEvidenceInput = z.object({ findingId: z.uuid(), contributionId: z.uuid() });
export type DetachEvidenceInput = z.infer<typeof DetachEvidenceInput>;

/**
 * Several contributions at once, as the finding's page sends them: one answer for each, empty ones left out.
 */
export const AttachContributionsInput = z
  .record(z.string(), z.unknown())
  .transform((fields) => ({
    findingId: fields.findingId,
    contributions: Object.entries(fields)
      .filter(([name, value]) => name.startsWith(CONTRIBUTION_FIELD) && value !== "")
      .map(([name, bearing]) => ({ contributionId: name.slice(CONTRIBUTION_FIELD.length), bearing })),
  }))
  .pipe(
    z.object({
      findingId: z.uuid(),
      contributions: z
        .array(z.object({ contributionId: z.uuid(), bearing: BearingField }))
        .min(1, "Choose at least one contribution that supports, contradicts or qualifies the statement")
        .max(MAX_ATTACHED, `Attach at most ${MAX_ATTACHED} contributions at a time`),
    }),
  );
export type AttachContributionsInput = z.infer<typeof AttachContributionsInput>;
