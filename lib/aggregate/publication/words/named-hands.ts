import type { ReleasedHands, ReleasedTable, ReleasedTheme } from "../release-contents";

/** A show of hands of a release with what it was about, where its words are cleared. */
export type NamedHands = ReleasedHands & {
  id: string;
  /** The cleared words of the contribution that recorded it. */
  text: string;
  roundtableId: string;
  /** Where and when; null where the release shows its roundtable only together with others. */
  place: { title: string; heldOn: Date } | null;
  themeIds: readonly string[];
  findingIds: readonly string[];
};

/** What is asked of a show of hands to find where a release tells it. */
type Findable = ReleasedHands & Pick<NamedHands, "roundtableId" | "themeIds">;

/** Each show of hands that the release tells under a theme, and of which what it was about may be said. Each is named once. */
export function handsOfTheme<Hands extends Findable>(
  theme: ReleasedTheme,
  { roundtable }: Pick<ReleasedTable, "roundtable">,
  named: readonly Hands[],
): { hands: ReleasedHands; named: Hands | null }[] {
  const left = named.filter(
    ({ themeIds, roundtableId }) =>
      themeIds.includes(theme.id) && (roundtable === null || roundtable.id === roundtableId),
  );
  return theme.hands.map((hands) => {
    const at = left.findIndex(({ raised, asked }) => raised === hands.raised && asked === hands.asked);
    const [found = null] = at < 0 ? [] : left.splice(at, 1);
    return { hands, named: found };
  });
}

/** Those of all themes that may be named, each once, with the first theme that tells it. */
export function namedHands(
  table: Pick<ReleasedTable, "roundtable" | "themes">,
  named: readonly NamedHands[],
): { named: NamedHands; theme: ReleasedTheme }[] {
  const found = new Map<string, { named: NamedHands; theme: ReleasedTheme }>();
  for (const theme of table.themes)
    for (const { named: one } of handsOfTheme(theme, table, named))
      if (one && !found.has(one.id)) found.set(one.id, { named: one, theme });
  return [...found.values()];
}
