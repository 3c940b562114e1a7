import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { ContributionText } from "./contribution";

export const AmendInput = z.object({
  id: z.uuid(),
  /**
   * The revision of the contribution when its page was opened, so that an amendment made meanwhile is
   * noticed.
   */
  revision: z.coerce.number().int().min(1),
  text: ContributionText,
  reason: plainText({ what: "Reason", max: 1000 }),
});
export type AmendInput = z.output<typeof AmendInput>;

/** What a contribution of a closed record should say; the record itself stays as it is. */
export type Amendment = {
  id: string;
  text: string;
  reason: string;
  at: Date;
  by: string;
  erased: boolean;
};
