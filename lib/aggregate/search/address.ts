/** The address of a search, in a review at `here`. */
export function addressOf(here: string, typed: string, page = 1): string {
  const query = new URLSearchParams({ q: typed, ...(page > 1 ? { page: String(page) } : {}) });
  return `${here}/search?${query.toString()}`;
}
