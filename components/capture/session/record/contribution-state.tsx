import type { LateState } from "@/lib/capture/session/late";
import type { Entry } from "@/lib/capture/session/outbox";

export type ContributionState = "saved" | "waiting" | "failed" | LateState;

/** The state of a contribution, given its waiting operations. */
export function contributionStateOf(about: readonly Entry[], late: LateState | null): ContributionState {
  if (about.some(({ state }) => state !== "waiting")) return "failed";
  if (about.length > 0) return "waiting";
  return late ?? "saved";
}

const LOOK: Record<ContributionState, { word: string; shape: string; classes: string }> = {
  saved: { word: "Saved", shape: "●", classes: "text-soft" },
  waiting: { word: "Waiting to send", shape: "○", classes: "text-warning font-semibold" },
  failed: { word: "Not saved", shape: "▲", classes: "text-danger font-semibold" },
  waits: { word: "Waits for the lead", shape: "◐", classes: "text-warning font-semibold" },
  "contribution-set-aside": { word: "Set aside by the lead", shape: "◇", classes: "text-soft" },
  "edit-set-aside": { word: "Your edit was set aside by the lead", shape: "◇", classes: "text-soft" },
};

/** In words and shape, never by colour alone. */
export function ContributionStateWords({ state }: { state: ContributionState }) {
  const { word, shape, classes } = LOOK[state];
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-sm ${classes}`} data-state={state}>
      <span aria-hidden className="text-[0.625rem]">
        {shape}
      </span>
      {word}
    </span>
  );
}
