import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { z } from "zod";
import type { Draw } from "./sample/draw-words";
import { halfWidth, kappaHalfWidth, sizeFor } from "./sample/sample-size";

/** What a sample may be stratified by in addition to the roundtable: an attribute of the speaker. */
export const STRATIFIERS = ["role", "phase", "setting", "region"] as const;
export type Stratifier = (typeof STRATIFIERS)[number];

/** The percent agreement for which the interval's width is estimated, before anybody has coded. */
export const EXPECTED_AGREEMENT = 0.8;
/** The half-width, in percent agreement, at which the default size aims. */
const TARGET_HALF_WIDTH = 0.1;
/**
 * The theme for which kappa's width is estimated: on one contribution in ten, with enough agreement for
 * tentative conclusions.
 */
const EXPECTED_THEME = { kappa: 0.7, prevalence: 0.1 };

/** The default size. */
export function offeredSize(population: number): number {
  return sizeFor(TARGET_HALF_WIDTH, { population, agreement: EXPECTED_AGREEMENT });
}

/** How wide the intervals of a sample will be, in sentences for the person who chooses its size. */
export function widthWords(size: number, population: number): string[] {
  const points = Math.round(halfWidth(size, { population, agreement: EXPECTED_AGREEMENT }) * 100);
  const contributions = `${size.toLocaleString("en-GB")} of ${population.toLocaleString("en-GB")} contributions`;
  return [
    size === population
      ? `You have chosen all ${contributions}, so there is no sampling error.`
      : `With ${contributions}, if two coders agree on ${EXPECTED_AGREEMENT * 100}% of them, the 95% interval is ${points < 1 ? "less than 1 percentage point" : `about ${points} percentage point${points === 1 ? "" : "s"}`} either side.`,
    `For a theme on one contribution in ten, the interval for kappa is about ${kappaHalfWidth(size, EXPECTED_THEME).toFixed(2)} either side.`,
    "Both intervals are wider if one person said several of the contributions.",
  ];
}

/** A contribution that may be drawn, with what is known of its speaker. */
export type DrawableContribution = Pick<StoredContribution, "id" | "roundtableId"> & { value: string | null };

/** The roundtable and, after a space, the speaker's attribute where the sample is stratified by one. */
export function stratumOf({ roundtableId, value }: DrawableContribution, by: Stratifier | null): string {
  return by === null ? roundtableId : `${roundtableId} ${value ?? ""}`;
}

/** The parts of a stratum's name; an unknown attribute is null. */
export function stratumParts(stratum: string): { roundtableId: string; value: string | null } {
  const space = stratum.indexOf(" ");
  if (space < 0) return { roundtableId: stratum, value: null };
  return { roundtableId: stratum.slice(0, space), value: stratum.slice(space + 1) || null };
}

/** How a sample was drawn, as a round stores it. */
export const Sampling = z.object({
  size: z.number().int(),
  /** How many contributions there were to draw from. */
  population: z.number().int(),
  stratifyBy: z.enum(STRATIFIERS).nullable(),
  roundtableIds: z.array(z.uuid()),
  strata: z.array(
    z.object({ stratum: z.string(), contributions: z.number().int(), drawn: z.number().int() }),
  ),
  /** Half the expected width of the interval, as a share, and the agreement for which it was expected. */
  halfWidth: z.number(),
  expectedAgreement: z.number(),
});
export type Sampling = z.infer<typeof Sampling>;

/** What the method note says of a sample. */
export function drawOf({ size, population, stratifyBy, roundtableIds, strata }: Sampling): Draw {
  const drawn = strata.filter((stratum) => stratum.drawn > 0);
  const by = roundtableIds.length > 1 ? ["roundtable"] : [];
  return {
    contributions: size,
    population,
    represented: drawn.reduce((sum, { contributions }) => sum + contributions, 0),
    roundtables: new Set(drawn.map(({ stratum }) => stratumParts(stratum).roundtableId)).size,
    by: stratifyBy === null ? by : [...by, stratifyBy],
  };
}
