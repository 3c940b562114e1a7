import type { Viewer } from "@/lib/access/policy";
import { countedNow } from "@/lib/aggregate/figures/queries/theme-figures";
import { countedWords, severalWords } from "@/lib/capture/contribution/counted-words";

type Props = { viewer: Viewer; reviewId: string; roundtableId: string | null };

/** Why the live figures count fewer contributions than there are, and fewer people than the roundtables add up to. */
export async function FiguresNote({ viewer, reviewId, roundtableId }: Props) {
  const counted = await countedNow(viewer, { reviewId, roundtableId });
  const several = roundtableId === null ? severalWords(counted) : null;
  const words = [countedWords(counted), several].filter((one) => one !== null).join(" ");
  return words === "" ? null : <p className="mt-2 max-w-measure text-meta text-soft">{words}</p>;
}
