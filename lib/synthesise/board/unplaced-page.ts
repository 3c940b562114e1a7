/** How many contributions a page of the board lists. */
export const UNPLACED_PAGE = 20;
