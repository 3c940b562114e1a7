import type { LateState } from "@/lib/capture/session/late-state";
import type { RowMatter } from "./row-matters";

export type ContributionState = "saved" | "waiting" | "failed" | LateState;

/** The state of a contribution, given its waiting operations. */
export function contributionStateOf({ waiting, late }: RowMatter): ContributionState {
  if (waiting.some(({ state }) => state !== "waiting")) return "failed";
  if (waiting.length > 0) return "waiting";
  return late ?? "saved";
}

const LOOK: Record<ContributionState, { word: string; shape: string; look?: string }> = {
  saved: { word: "Saved", shape: "●" },
  waiting: { word: "Waiting to send", shape: "○", look: "warned" },
  failed: { word: "Not saved", shape: "▲", look: "failed" },
  waits: { word: "Waits for the lead", shape: "◐", look: "warned" },
  "contribution-set-aside": { word: "Set aside by the lead", shape: "◇" },
  "edit-set-aside": { word: "Your edit was set aside by the lead", shape: "◇" },
};

/** In words and shape, never by colour alone. */
export function ContributionStateWords({ state }: { state: ContributionState }) {
  const { word, shape, look } = LOOK[state];
  return (
    <span className={look} data-state={state}>
      <span aria-hidden>{shape}</span>
      {word}
    </span>
  );
}
