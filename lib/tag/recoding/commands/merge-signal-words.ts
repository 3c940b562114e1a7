import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { findTheme, reviseTheme, type FoundTheme } from "@/lib/tag/codebook/commands/change-theme";
import { mergedSignalWords, partedSignalWords } from "@/lib/tag/codebook/signal-words";

/**
 * Gives a theme the signal words of the one that is merged into it, as a revision that does not change the
 * meaning. Returns the revision before, or null where no word was new.
 */
export async function mergeSignalWords(
  tx: Tx,
  viewer: Viewer,
  from: FoundTheme,
  into: FoundTheme,
): Promise<number | null> {
  const signalWords = mergedSignalWords(into.signalWords, from.signalWords);
  if (signalWords === into.signalWords) return null;
  await reviseTheme(tx, viewer, into, { signalWords }, null);
  return into.revision;
}

/** Removes the words that a merge added and that are still there; words that people typed since stay. */
export async function partSignalWords(
  tx: Tx,
  viewer: Viewer,
  { themeId, otherId, wordsRevision }: { themeId: string; otherId: string; wordsRevision: number },
): Promise<void> {
  const merged = await findTheme(tx, viewer, themeId);
  const other = await findTheme(tx, viewer, otherId);
  const before = await tx.themeRevision.findUniqueOrThrow({
    where: { themeId_revision: { themeId: otherId, revision: wordsRevision } },
    select: { signalWords: true },
  });
  const signalWords = partedSignalWords(other.signalWords, before.signalWords, merged.signalWords);
  if (signalWords !== other.signalWords) await reviseTheme(tx, viewer, other, { signalWords }, null);
}
