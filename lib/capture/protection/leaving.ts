import { z } from "zod";
import type { Consequence } from "@/lib/capture/people/consequence";

export const LeaveInput = z.object({ personId: z.uuid() });
export type LeaveInput = z.output<typeof LeaveInput>;

/** What happens when a person leaves, and what of it has happened already. */
export type LeavingPreview = {
  personId: string;
  roundtables: number;
  /** Their contributions, which stay with the facilitators and are counted. */
  contributions: number;
  /** Links through which they could still choose a permission. */
  links: number;
  email: boolean;
  account: boolean;
  consequences: Consequence[];
  leftAt: Date | null;
  erasedAt: Date | null;
};
