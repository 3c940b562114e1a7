import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import type { VersionEvidence } from "../version-evidence";

/** A claim that both versions have and that rests on something else, or is told with another figure. */
export type ClaimChange = {
  id: string;
  /** As the later version has it. */
  text: string;
  /** null where it is the same. In words; null on a side where the release says nothing. */
  figure: { before: string | null; after: string | null } | null;
  /** null where it is the same. Contributions that it cites now and did not, and the other way round. */
  evidence: { added: number; removed: number; otherBasis: boolean } | null;
};

/** A cell of a table of figures that says something else; null where the table did not have it. */
export type CellChange = { row: string; column: string; before: string | null; after: string | null };

type Rested = VersionEvidence[string];
type Side = { words: ReadonlyMap<string, string>; evidence: VersionEvidence };

export function claimChanges(
  before: Side,
  after: Side,
  tell: (told: NonNullable<Rested["told"]>) => string,
): ClaimChange[] {
  const told = (rested: Rested) => (rested.told ? tell(rested.told) : null);
  return [...after.words].flatMap(([id, text]) => {
    const [was, is] = [before.evidence[id], after.evidence[id]];
    if (!was || !is || !before.words.has(id)) return [];
    const figure = told(was) === told(is) ? null : { before: told(was), after: told(is) };
    const evidence = evidenceChange(was, is);
    return figure || evidence ? [{ id, text, figure, evidence }] : [];
  });
}

function evidenceChange(was: Rested, is: Rested): ClaimChange["evidence"] {
  const cited = ({ supports, contradicts }: Rested) =>
    new Set([...supports.map((id) => `for ${id}`), ...contradicts.map((id) => `against ${id}`)]);
  const [old, now] = [cited(was), cited(is)];
  const added = [...now].filter((one) => !old.has(one)).length;
  const removed = [...old].filter((one) => !now.has(one)).length;
  const basis = ({ findingId, side, themeId, stance }: Rested) =>
    [findingId, side, themeId, stance].join(" ");
  const otherBasis = basis(was) !== basis(is);
  return added + removed > 0 || otherBasis ? { added, removed, otherBasis } : null;
}

export function cellChanges(before: ShownTable | null, after: ShownTable | null): CellChange[] {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  return [...new Map([...was, ...is]).keys()].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    const at = other ?? one;
    if (!at || one?.words === other?.words) return [];
    return [{ row: at.row, column: at.column, before: one?.words ?? null, after: other?.words ?? null }];
  });
}

function cellsOf(table: ShownTable | null) {
  const cells = new Map<string, { row: string; column: string; words: string }>();
  for (const { name, cells: own } of table?.rows ?? [])
    own.forEach(({ words }, index) => {
      const column = table?.columns[index] ?? "";
      cells.set(JSON.stringify([name, column]), { row: name, column, words });
    });
  return cells;
}
