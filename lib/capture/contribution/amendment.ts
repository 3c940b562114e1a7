import { z } from "zod";
import { plainText } from "@/lib/platform/text";
import { ContributionText } from "./contribution";

export const AmendInput = z.object({
  id: z.uuid(),
  /** The contribution as it was when its page was opened; an amendment made meanwhile is then not passed over. */
  revision: z.coerce.number().int().min(1),
  text: ContributionText,
  reason: plainText({ what: "Reason", max: 1000 }),
});
export type AmendInput = z.output<typeof AmendInput>;

/** What a contribution of a closed record should say, alongside what it says. */
export type Amendment = {
  id: string;
  text: string;
  reason: string;
  at: Date;
  by: string;
  erased: boolean;
};
