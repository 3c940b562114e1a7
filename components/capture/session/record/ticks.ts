import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { GoRoundOf } from "../types";

/** Who was asked in the go-round: those who spoke in it, and those who passed. */
export function ticksOf(
  goRound: GoRoundOf,
  contributions: readonly ShownContribution[],
): Map<string, "spoke" | "passed"> {
  const ticks = new Map<string, "spoke" | "passed">(goRound.passed.map((id) => [id, "passed"]));
  for (const id of goRound.spoke) ticks.set(id, "spoke");
  for (const { goRoundId, participantId, struck } of contributions)
    if (goRoundId === goRound.id && participantId && !struck) ticks.set(participantId, "spoke");
  return ticks;
}
