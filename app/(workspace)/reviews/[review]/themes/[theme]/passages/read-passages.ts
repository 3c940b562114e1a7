import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { invalid } from "@/lib/platform/errors";

const Address = z.object({
  stance: z.enum(STANCE_ORDER).optional().catch(undefined),
  roundtable: z.string().trim().min(1).max(200).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
  /** The tagging that is open to be recoded. */
  recode: z.uuid().optional().catch(undefined),
});
export type PassagesAddress = z.infer<typeof Address>;

export const readPassagesAddress = (query: Record<string, string | string[] | undefined>): PassagesAddress =>
  Address.parse(query);

const FileAddress = z.object({
  stance: z.enum(STANCE_ORDER).optional(),
  roundtable: z.string().trim().min(1).max(200).optional(),
});

/**
 * The filters in the address of a file. Unknown values are refused, because nobody would notice a file with
 * more than was asked for.
 */
export function readFileAddress(
  query: Record<string, string>,
): Pick<PassagesAddress, "stance" | "roundtable"> {
  const asked = FileAddress.safeParse(query);
  if (!asked.success) throw invalid("Check the stance and the roundtable in the address.", "stance");
  return asked.data;
}

/** The passages that an address names. Refuses an unknown roundtable with not-found. */
export async function passageFilter(
  viewer: Viewer,
  of: { reviewId: string; themeId: string },
  { stance, roundtable }: Pick<PassagesAddress, "stance" | "roundtable">,
) {
  const found = roundtable === undefined ? null : await getRoundtable(viewer, of.reviewId, roundtable);
  return { ...of, stance, roundtableId: found?.id };
}

/** The address of a page of passages. */
export function passagesHref(path: string, address: PassagesAddress): string {
  const given = Object.entries(address).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
