import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { nearEqualTitles, themesOfFew } from "@/lib/aggregate/publication/codebook-health";
import type { ToRelease } from "@/lib/aggregate/publication/queries/release-input";
import type { RoundtableProgress } from "@/lib/capture/roundtable/roundtable";
import { countOf } from "@/lib/platform/text/count-words";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = {
  review: Review;
  toRelease: ToRelease;
  /** What is still to do at each roundtable that is covered, in their order. */
  progress: readonly RoundtableProgress[];
};

/** What the lead may want to put right before releasing. None of it prevents a release. */
export function CodebookHealth({ review, toRelease, progress }: Props) {
  const { input, covered } = toRelease;
  const [counts] = input.counts;
  const base = `/reviews/${review.slug}`;
  const few = counts ? themesOfFew(counts, input.threshold) : [];
  const near = nearEqualTitles(counts?.themes ?? []);
  const places = covered.flatMap((place, at) => {
    const left = progress[at];
    return left ? [{ ...place, left }] : [];
  });
  const uncleared = places.filter(({ left }) => left.uncleared > 0);
  const unheard = places.filter(({ left }) => left.people > left.heard);
  if (few.length + near.length + uncleared.length + unheard.length === 0) return null;
  return (
    <div className="mt-8">
      <Notice title="Check these before you release">
        <ul className="mt-1 list-disc pl-5">
          {few.map((theme) => (
            <li key={`few ${theme.id}`}>
              <ThemeLink base={base} theme={theme} />: raised by a few people. Could it be merged into another
              theme?
            </li>
          ))}
          {near.map(([one, other]) => (
            <li key={`near ${one.id} ${other.id}`}>
              <ThemeLink base={base} theme={one} /> and <ThemeLink base={base} theme={other} /> have nearly
              the same name.
            </li>
          ))}
          {uncleared.map(({ id, slug, title, left }) => (
            <li key={`clear ${id}`}>
              <Link href={`${base}/roundtables/${slug}/clear`}>{title}</Link>:{" "}
              {countOf(left.uncleared, "contribution")} not cleared. They count, but nobody outside can read
              them.
            </li>
          ))}
          {unheard.map(({ id, slug, title, left }) => (
            <li key={`heard ${id}`}>
              <Link href={`${base}/roundtables/${slug}/people`}>{title}</Link>:{" "}
              {countOf(left.people - left.heard, "person", "people")} present without a contribution. They
              count as present.
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function ThemeLink({ base, theme }: { base: string; theme: { slug: string; title: string } }) {
  return <Link href={`${base}/themes/${theme.slug}`}>{theme.title}</Link>;
}
