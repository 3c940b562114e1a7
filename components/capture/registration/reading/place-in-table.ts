/** Where somebody is in a table that is about to be replaced: how far it is scrolled, and the link that has the focus. */
export type Place = { left: number; href: string | null; itself: boolean };

export function placeIn(region: HTMLElement): Place {
  const { activeElement } = document;
  const held = activeElement !== null && region.contains(activeElement) ? activeElement : null;
  return { left: region.scrollLeft, href: held?.getAttribute("href") ?? null, itself: held === region };
}

/** The same place in the table that replaces it. */
export function returnTo({ left, href, itself }: Place, region: HTMLElement): void {
  region.scrollLeft = left;
  const links = [...region.querySelectorAll("a")];
  const held = itself ? region : links.find((link) => href !== null && link.getAttribute("href") === href);
  held?.focus({ preventScroll: true });
}
