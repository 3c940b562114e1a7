/** Where a finding stands on the page of its theme, as the fragment of an address. The end of an id is random. */
export const findingAnchor = (id: string) => `finding-${id.slice(-12)}`;
