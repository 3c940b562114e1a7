import { z } from "zod";
import { asList, blankAsNull } from "@/lib/platform/text/form-values";
import { STRATIFIERS, type Stratifier } from "@/lib/tag/rounds/round-sample";

/** Which contributions a round is to be drawn from. */
export type Draw = { roundtableIds: readonly string[]; stratifyBy: Stratifier | null; size: number };

const Address = z.object({
  roundtable: z.preprocess(asList, z.array(z.string())).catch([]),
  by: z.preprocess(blankAsNull, z.enum(STRATIFIERS).nullable()).catch(null),
  /** 0 where the typed text is not a number of contributions. */
  size: z.preprocess(
    (typed) => (typed === "" ? undefined : typed),
    z.coerce.number().int().min(1).max(1_000_000).optional().catch(0),
  ),
});

/** The values in the address; invalid ones count as absent. */
export function readDraw(searchParams: unknown): z.infer<typeof Address> {
  return Address.parse(searchParams);
}
