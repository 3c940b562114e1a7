/** The cookie that says that this browser shows no suggestions. */
export const HIDE_SUGGESTIONS = "hide-suggestions";
