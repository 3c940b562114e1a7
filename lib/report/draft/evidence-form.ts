import { z } from "zod";
import { EvidenceInput } from "./report";

const FIELD = "contribution-";

/** The name of a contribution's field on the form that sets a sentence's evidence. */
export function contributionField(contributionId: string): string {
  return FIELD + contributionId;
}

/** One answer for each contribution: supports, contradicts, or anything else for neither. */
export const EvidenceForm = z.looseObject({ claimId: z.string() }).transform((fields, ctx): EvidenceInput => {
  const contributions = (answer: string) =>
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(FIELD) && value === answer)
      .map(([name]) => name.slice(FIELD.length));
  const parsed = EvidenceInput.safeParse({
    claimId: fields.claimId,
    supports: contributions("supports"),
    contradicts: contributions("contradicts"),
  });
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: "The form did not arrive as it was sent. Open the page again." });
  return z.NEVER;
});
