import type { Viewer } from "@/lib/access/policy";
import { countedWords, severalWords } from "@/lib/capture/contribution/counted";
import { countAttendances, countContributions } from "@/lib/capture/contribution/queries/counted";

type Props = {
  viewer: Viewer;
  reviewId: string;
  roundtableId: string | null;
  /** A note at figures of people: why those of the roundtables do not add up to them. */
  people?: boolean;
};

/** A note at a number that differs from one elsewhere: why it does. */
export async function CountedNote({ viewer, reviewId, roundtableId, people = false }: Props) {
  const contributions = countedWords(await countContributions(viewer, reviewId, roundtableId));
  const several =
    people && roundtableId === null ? severalWords(await countAttendances(viewer, reviewId)) : null;
  const words = [contributions, several].filter((one) => one !== null).join(" ");
  return words === "" ? null : <p className="mt-2 max-w-measure text-meta text-soft">{words}</p>;
}
