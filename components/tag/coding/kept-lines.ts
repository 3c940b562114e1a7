/** So many lines that a filter finds no more stay on the page, the latest of them. */
export const MAX_KEPT = 100;

/**
 * The lines of a page that was read again: those that its filter finds no more keep their place, so that a line
 * does not vanish under the hand that codes it; those that are new come after the one they follow, and after what was
 * kept there, so that a hand that goes on comes by them.
 */
export function withKept<T extends { id: string }>(before: readonly T[], now: readonly T[]): T[] {
  const found = new Map(now.map((line) => [line.id, line]));
  const lines = before.map((line) => found.get(line.id) ?? line);
  now.forEach((line, at) => {
    if (lines.some(({ id }) => id === line.id)) return;
    const previous = now[at - 1];
    let place = previous
      ? lines.findIndex(({ id }) => id === previous.id) + 1
      : lines.findIndex(({ id }) => found.has(id));
    if (previous) while (lines[place] && !found.has(lines[place]?.id ?? "")) place++;
    lines.splice(place < 0 ? lines.length : place, 0, line);
  });
  const kept = lines.filter(({ id }) => !found.has(id));
  const tooMany = new Set(kept.slice(0, Math.max(0, kept.length - MAX_KEPT)));
  return lines.filter((line) => !tooMany.has(line));
}
