import { z } from "zod";
import { MASK_KINDS } from "./mask-kinds";

const MaskInput = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  as: z.enum(MASK_KINDS, { error: "Choose what the masked words are" }),
});

const MASKS_MAX = 50;
export const Masks = z.array(MaskInput).max(MASKS_MAX, `Set ${MASKS_MAX} masks or fewer on a contribution`);
