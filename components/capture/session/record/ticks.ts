import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { RoundOf } from "../types";

/** Who was asked in the round: those who spoke in it, and those who passed. */
export function ticksOf(
  round: RoundOf,
  contributions: readonly ShownContribution[],
): Map<string, "spoke" | "passed"> {
  const ticks = new Map<string, "spoke" | "passed">(round.passed.map((id) => [id, "passed"]));
  for (const id of round.spoke) ticks.set(id, "spoke");
  for (const { roundId, participantId, struck } of contributions)
    if (roundId === round.id && participantId && !struck) ticks.set(participantId, "spoke");
  return ticks;
}
