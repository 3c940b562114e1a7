import type { Stance } from "@/lib/capture/contribution/stance";
import { sameSpan, type Span } from "./span";

type Tagged = Span & { id: string; themeId: string; stance: Stance };
/**
 * Words of a contribution under one theme, or the whole of it, with everything that was set on exactly these
 * words.
 */
export type Passage<T> = Span & { taggings: readonly T[] };

/**
 * The passages of a contribution under a theme: the whole contribution first, then in the order of the words.
 */
export function passagesOf<T extends Tagged>(
  taggings: readonly T[],
  themeId: string,
  stance?: Stance,
): Passage<T>[] {
  const passages: { spanStart: number | null; spanEnd: number | null; taggings: T[] }[] = [];
  for (const tagging of taggings) {
    if (tagging.themeId !== themeId || (stance !== undefined && tagging.stance !== stance)) continue;
    const known = passages.find((passage) => sameSpan(passage, tagging));
    if (known) known.taggings.push(tagging);
    else passages.push({ spanStart: tagging.spanStart, spanEnd: tagging.spanEnd, taggings: [tagging] });
  }
  return passages.sort(
    (a, b) => (a.spanStart ?? -1) - (b.spanStart ?? -1) || (a.spanEnd ?? -1) - (b.spanEnd ?? -1),
  );
}
