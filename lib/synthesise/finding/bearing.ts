/** How a contribution bears on a finding, in the order in which the choices are offered. */
export const BEARINGS = ["supports", "contradicts", "qualifies"] as const;
/** What qualifies a finding says when, or for whom, it holds: it is neither for nor against. */
export type Bearing = (typeof BEARINGS)[number];

/** How each is chosen, and how its contributions are headed. */
export const BEARING_WORDS = {
  supports: { choice: "Supports", those: "Contributions that support it" },
  contradicts: { choice: "Contradicts", those: "Contributions that contradict it" },
  qualifies: { choice: "Qualifies", those: "Contributions that qualify it" },
} as const satisfies Record<Bearing, { choice: string; those: string }>;
