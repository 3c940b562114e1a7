import type { Viewer } from "@/lib/access/policy";
import { countedWords } from "@/lib/capture/contribution/counted-words";
import { countContributions } from "@/lib/capture/contribution/queries/counted";

type Props = { viewer: Viewer; reviewId: string; roundtableId: string | null };

/** A note at a number that differs from one elsewhere: why it does. */
export async function CountedNote({ viewer, reviewId, roundtableId }: Props) {
  const words = countedWords(await countContributions(viewer, reviewId, roundtableId));
  return words === null ? null : <p className="mt-2 max-w-measure text-meta text-soft">{words}</p>;
}
