/** Gives the wordings of each kind in turn, so that one differs from the last of its kind. */
export type Rotation = (kind: string, wordings: readonly string[]) => string;

export function createRotation(): Rotation {
  const given = new Map<string, number>();
  return (kind, wordings) => {
    const turn = given.get(kind) ?? 0;
    given.set(kind, turn + 1);
    return wordings[turn % wordings.length] ?? "";
  };
}
