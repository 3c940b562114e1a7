import type { LateState } from "@/lib/capture/session/late-state";
import { contributionsOf, type Entry } from "@/lib/capture/session/outbox";

/** What has to be said or done about a contribution, besides showing it. */
export type RowMatter = {
  /** Its operations that wait on this computer. */
  waiting: readonly Entry[];
  /** Its state, where it arrived late. */
  late: LateState | null;
};

export const NO_MATTER: RowMatter = { waiting: [], late: null };

/** By contribution; most of a record is not in it. */
export function rowMatters(
  entries: readonly Entry[],
  late: ReadonlyMap<string, LateState>,
): ReadonlyMap<string, RowMatter> {
  const matters = new Map<string, RowMatter>();
  const matterOf = (id: string) => matters.get(id) ?? { waiting: [], late: late.get(id) ?? null };
  for (const id of late.keys()) matters.set(id, matterOf(id));
  for (const entry of entries)
    for (const id of contributionsOf(entry.operation)) {
      const { waiting, late: state } = matterOf(id);
      matters.set(id, { waiting: [...waiting, entry], late: state });
    }
  return matters;
}
