import { z } from "zod";
import { EvidenceInput } from "./report";

const FIELD = "line-";

/** The name of a line's field on the form that says what carries a sentence. */
export function lineField(contributionId: string): string {
  return FIELD + contributionId;
}

/** One answer a line: supports, contradicts, or anything else for neither. */
export const EvidenceForm = z.looseObject({ claimId: z.string() }).transform((fields, ctx): EvidenceInput => {
  const lines = (answer: string) =>
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(FIELD) && value === answer)
      .map(([name]) => name.slice(FIELD.length));
  const parsed = EvidenceInput.safeParse({
    claimId: fields.claimId,
    supports: lines("supports"),
    contradicts: lines("contradicts"),
  });
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: "The form was changed on its way. Open the page again." });
  return z.NEVER;
});
