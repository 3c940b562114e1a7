/** The ids of the links that keys follow, wherever on the page of a coding round they are. */
export const PREVIOUS_CONTRIBUTION = "previous-contribution";
export const SKIPPED_CONTRIBUTION = "skip-contribution";
