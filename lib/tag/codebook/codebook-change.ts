import { z } from "zod";

const Place = z.object({
  parentId: z.uuid().nullable(),
  /** null where it had no place. */
  position: z.number().int().nullable(),
});

/** A theme's place before a change, and where the change put it. */
const PlaceChange = z.object({ themeId: z.uuid(), before: Place, after: Place });
export type PlaceChange = z.infer<typeof PlaceChange>;

/** Whether every theme is where the change put it; otherwise somebody has moved one since. */
export function standsAfter(
  changes: readonly PlaceChange[],
  placeOf: (themeId: string) => z.infer<typeof Place> | undefined,
): boolean {
  return changes.every(({ themeId, after }) => {
    const place = placeOf(themeId);
    return place?.parentId === after.parentId && place.position === after.position;
  });
}

/** An example that was ended, and the one opened in its place; null where that existed already. */
const ExampleMoved = z.object({ endedId: z.uuid(), openedId: z.uuid().nullable() });
export type ExampleMoved = z.infer<typeof ExampleMoved>;

/** The other theme: the target of a merge, or the new theme of a split. */
const otherId = z.uuid();

/** What a row of coding_change needs for being shown and undone: ids and numbers, never words. */
export const CHANGE_DETAIL = {
  move: z.object({ parentId: z.uuid().nullable(), places: z.array(PlaceChange) }),
  merge: z.object({
    otherId,
    places: z.array(PlaceChange),
    examples: z.array(ExampleMoved),
    /** What later stages moved with it, by id. */
    followed: z.array(z.uuid()),
    /** The revision in which the other theme had only its own signal words; null where it got no new ones. */
    wordsRevision: z.number().int().nullable().default(null),
  }),
  split: z.object({
    otherId,
    examples: z.array(ExampleMoved),
    /** The theme's text before the split, and the revision since which it had that meaning. */
    revision: z.number().int(),
    meaningSince: z.number().int(),
  }),
  retire: z.object({}),
  restore: z.object({ places: z.array(PlaceChange) }),
};
type ShapeKind = keyof typeof CHANGE_DETAIL;
export type ChangeDetail<Kind extends ShapeKind> = z.infer<(typeof CHANGE_DETAIL)[Kind]>;

/** The change with its other theme, if it changes the codebook's structure; a batch of taggings does not. */
export function asShape<T extends { kind: string; detail: unknown }>(row: T) {
  const { kind } = row;
  return isShape(kind) ? { ...row, kind, otherId: otherOf(kind, row.detail) } : null;
}

function isShape(kind: string): kind is ShapeKind {
  return Object.hasOwn(CHANGE_DETAIL, kind);
}

/** The other theme of a merge or a split, or the parent of a move. */
function otherOf(kind: ShapeKind, detail: unknown): string | null {
  switch (kind) {
    case "merge":
    case "split":
      return CHANGE_DETAIL[kind].parse(detail).otherId;
    case "move":
      return CHANGE_DETAIL.move.parse(detail).parentId;
    case "retire":
    case "restore":
      return null;
  }
}

type Told = {
  id: string;
  kind: ShapeKind;
  themeId: string;
  otherId: string | null;
  at: Date;
  undoneAt: Date | null;
};

/**
 * The change that has to be undone before this one, if there is one: a later merge or split moved the same
 * contributions on, or a retired theme was restored and retired again.
 */
export function blockedBy<T extends Told>(change: Told, all: readonly T[]): T | null {
  const later = all.filter((other) => other.undoneAt === null && isAfter(other, change));
  const blocks = ({ kind, themeId, otherId }: Told): boolean => {
    switch (change.kind) {
      case "move":
        return false;
      case "merge":
      case "split":
        return (
          (kind === "merge" || kind === "split") &&
          [themeId, otherId].some((id) => id === change.themeId || id === change.otherId)
        );
      case "retire":
      case "restore":
        return themeId === change.themeId && ["retire", "restore", "merge"].includes(kind);
    }
  };
  return later.findLast(blocks) ?? null;
}

function isAfter(a: Told, b: Told): boolean {
  const difference = a.at.getTime() - b.at.getTime();
  return difference > 0 || (difference === 0 && a.id > b.id);
}

type Retiring = { kind: ShapeKind; themeId: string; otherId: string | null; at: Date; undoneAt: Date | null };

/**
 * The themes that were retired at an instant, from the changes up to then. A theme stores only whether it is
 * retired now, so one that was retired and restored is known from its changes only.
 */
export function retiredAsAt(changes: readonly Retiring[], asAt: Date): Set<string> {
  const turns = changes
    .flatMap((change) => [
      turn(change, change.at, false),
      ...(change.undoneAt ? [turn(change, change.undoneAt, true)] : []),
    ])
    .filter((one) => one !== null)
    .filter(({ at }) => at <= asAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const retired = new Set<string>();
  for (const { themeId, retires } of turns)
    if (retires) retired.add(themeId);
    else retired.delete(themeId);
  return retired;
}

/** The theme that a change, or undoing it, retires or restores. */
function turn({ kind, themeId, otherId }: Retiring, at: Date, undone: boolean) {
  switch (kind) {
    case "retire":
    case "merge":
      return { themeId, at, retires: !undone };
    case "restore":
      return { themeId, at, retires: undone };
    case "split":
      return otherId !== null && undone ? { themeId: otherId, at, retires: true } : null;
    case "move":
      return null;
  }
}

export const UndoChangeInput = z.object({ id: z.uuid() });
export type UndoChangeInput = z.infer<typeof UndoChangeInput>;

/** A change of the codebook's structure as a theme's page shows it. */
export type ShapeChange = {
  id: string;
  kind: ShapeKind;
  at: Date;
  /** null for viewers who do not work on the review. */
  by: string | null;
  /** The theme that was moved, merged away, split or retired. */
  themeId: string;
  /** Its target: the parent of a move, the other theme of a merge or a split. */
  otherId: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** Whether it can be undone now. */
  open: boolean;
};
