import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";

/** A contribution that a cell rests on: which words, and with which stances under the theme of the cell. */
const BasisEntry = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  stances: z.array(z.enum(STANCE_ORDER)),
});
export const Basis = z.array(BasisEntry);
export type Basis = z.output<typeof Basis>;

/** More contributions than a cell of a real review has; it bounds what a form may send. */
const MAX_BASIS = 5_000;

const ENTRY = /^([0-9a-f-]{36}):(\d{1,9}):([a-z+]*)$/;

/** What a form was shown, in one field: a contribution's id, revision and stances, separated by spaces. */
export function seenField(basis: Basis): string {
  return basis.map(({ id, revision, stances }) => `${id}:${revision}:${stances.join("+")}`).join(" ");
}

/** The field as a basis. A summary is saved with what its writer saw, so that what came since makes it stale. */
export const SeenField = z
  .string()
  .max(MAX_BASIS * 90)
  .transform((field): unknown =>
    field.split(" ").flatMap((entry) => {
      const [, id, revision, stances = ""] = ENTRY.exec(entry) ?? [];
      return id === undefined
        ? []
        : [{ id, revision: Number(revision), stances: stances.split("+").filter(Boolean) }];
    }),
  )
  .pipe(Basis.max(MAX_BASIS));

/** Where a contribution is now that a summary rests on and its cell no longer has. */
export type Gone = {
  struck: boolean;
  erased: boolean;
  /** In a blind round that the viewer has not finished: they must not learn how it was coded. */
  hidden: boolean;
  /** The row that it counts in now; null where it counts in none. */
  row: string | null;
};

export const CHANGES = {
  added: "new",
  edited: "edited",
  stance: "with another stance",
  recoded: "no longer under this theme",
  moved: "somebody else’s now",
  struck: "struck out",
  erased: "erased",
  uncounted: "no longer counted",
} as const;
type ChangeKind = keyof typeof CHANGES;
export type Change = { id: string; kind: ChangeKind };

/** What happened to the contributions of a cell since its summary was written or confirmed. */
export function changesSince(
  basis: Basis,
  now: Basis,
  { row, gone }: { row: string; gone: ReadonlyMap<string, Gone> },
): Change[] {
  const before = new Map(basis.map((entry) => [entry.id, entry]));
  const there = new Set(now.map(({ id }) => id));
  const here = now.flatMap(({ id, revision, stances }): Change[] => {
    const known = before.get(id);
    if (!known) return [{ id, kind: "added" }];
    if (known.revision !== revision) return [{ id, kind: "edited" }];
    return sameStances(known.stances, stances) ? [] : [{ id, kind: "stance" }];
  });
  const left = basis.flatMap(({ id }): Change[] => {
    const where = gone.get(id);
    return there.has(id) || where?.hidden ? [] : [{ id, kind: whyGone(where, row) }];
  });
  return [...here, ...left];
}

function whyGone(where: Gone | undefined, row: string): ChangeKind {
  if (!where || where.erased) return "erased";
  if (where.struck) return "struck";
  if (where.row === null) return "uncounted";
  return where.row === row ? "recoded" : "moved";
}

function sameStances(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((stance) => b.includes(stance));
}

/** "1 contribution new, 2 struck out"; empty where nothing changed. */
export function changesInWords(changes: readonly Change[]): string {
  const kinds = Object.entries(CHANGES).flatMap(([kind, words]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [{ count, words }];
  });
  return kinds
    .map(({ count, words }, index) => `${index === 0 ? countOf(count, "contribution") : count} ${words}`)
    .join(", ");
}
