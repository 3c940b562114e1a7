/** A contribution at the top of the window, and how far from the top it begins, in CSS pixels. */
export type KeptPlace = { row: string; top: number };

const keptAs = () => `place ${location.pathname}`;

/**
 * Keeps where the page is scrolled to, for when it is opened again. What comes before the row may then have another height, because
 * what is off screen is not laid out.
 */
export function keepPlace(): void {
  const row = rowAtTop();
  if (!row) return;
  const place: KeptPlace = { row: row.id, top: row.getBoundingClientRect().top };
  sessionStorage.setItem(keptAs(), JSON.stringify(place));
}

export function keptPlace(): KeptPlace | null {
  const kept = sessionStorage.getItem(keptAs());
  return kept === null ? null : (JSON.parse(kept) as KeptPlace);
}

/** Shows it, and again once what came into view was laid out, for as long as `stands` says so. */
export function showPlace({ row, top }: KeptPlace, stands: () => boolean, frames = 3): void {
  const element = document.getElementById(row);
  if (!element || !stands()) return;
  window.scrollBy(0, element.getBoundingClientRect().top - top);
  if (frames > 0) requestAnimationFrame(() => showPlace({ row, top }, stands, frames - 1));
}

/** The first contribution that reaches into the window, or the last one where all are above it. */
function rowAtTop(): Element | null {
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > 0;
  const groups = [...document.querySelectorAll(".record-rows")];
  const group = groups.find(isBelow) ?? groups.at(-1);
  const rows = [...(group?.querySelectorAll("article") ?? [])];
  return rows.find(isBelow) ?? rows.at(-1) ?? null;
}
