export const ROUNDTABLE_STATES = ["planned", "in_session", "read_back", "closed"] as const;
export type RoundtableState = (typeof ROUNDTABLE_STATES)[number];

/** From a state to those that may follow it. */
const TRANSITIONS: Record<RoundtableState, readonly RoundtableState[]> = {
  planned: ["in_session"],
  in_session: ["read_back", "closed"],
  read_back: ["in_session", "closed"],
  closed: [],
};

export function nextStates(from: RoundtableState): readonly RoundtableState[] {
  return TRANSITIONS[from];
}

/** Closing freezes the record for good, so only a lead does it. Any facilitator does the rest. */
export function transitionAction(to: RoundtableState) {
  return to === "closed" ? "roundtable.close" : "roundtable.plan";
}

/** Why no contribution can be logged or edited in this state, with what to do; null where it can. */
export function recordingProblem(state: RoundtableState): string | null {
  switch (state) {
    case "planned":
      return "The session has not started. Start it on the roundtable's page, then log the contribution again.";
    case "closed":
      return "This roundtable is closed, so you cannot change its record. To correct it, amend the contribution.";
    case "in_session":
    case "read_back":
      return null;
  }
}
