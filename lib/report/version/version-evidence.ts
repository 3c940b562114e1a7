import { z } from "zod";
import { ToldFigureShape } from "@/lib/aggregate/publication/report/figure-ref";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";

const Side = z.enum(["supports", "contradicts"]);
/**
 * What each claim of a block rested on when the version was saved, by claim. Versions that were saved before reports were bound to a release kept a live count, which is not read.
 */
export const VersionEvidence = z.record(
  z.string(),
  z.object({
    supports: z.array(z.string()),
    contradicts: z.array(z.string()),
    findingId: z.string().nullable().default(null),
    side: Side.default("supports"),
    themeId: z.string().nullable().default(null),
    stance: z.enum(STANCE_ORDER).nullable().default(null),
    told: ToldFigureShape.nullable().default(null),
  }),
);
export type VersionEvidence = z.infer<typeof VersionEvidence>;
