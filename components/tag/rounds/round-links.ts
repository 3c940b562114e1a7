/** The ids of the links that keys follow, anywhere on the page of a coding round. */
export const PREVIOUS_CONTRIBUTION = "previous-contribution";
export const SKIPPED_CONTRIBUTION = "skip-contribution";
