/** A link in the table: its row and column, from 0. */
export type LinkAt = { row: number; column: number };

/**
 * The place in `links` of the cell that an arrow key goes to: the nearest one with a link in that direction, in the same row or
 * column. null at the edge, and for every other key.
 */
export function linkFor(key: string, from: LinkAt, links: readonly LinkAt[]): number | null {
  const distance = (link: LinkAt): number => {
    const across = link.column - from.column;
    const down = link.row - from.row;
    switch (key) {
      case "ArrowRight":
        return down === 0 ? across : 0;
      case "ArrowLeft":
        return down === 0 ? -across : 0;
      case "ArrowDown":
        return across === 0 ? down : 0;
      case "ArrowUp":
        return across === 0 ? -down : 0;
      default:
        return 0;
    }
  };
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, link] of links.entries()) {
    const away = distance(link);
    if (away <= 0 || away >= least) continue;
    least = away;
    nearest = index;
  }
  return nearest;
}
