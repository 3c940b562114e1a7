/** The largest form that a page sends, in bytes: a long list of people that was pasted has a tenth of that. */
export const MAX_FORM_BYTES = 10 * 1024 * 1024;
