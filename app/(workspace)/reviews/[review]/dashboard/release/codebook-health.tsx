import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { nearEqualTitles, themesOfFew, themesOfOpposites } from "@/lib/aggregate/publication/codebook-health";
import type { CodebookCounts } from "@/lib/aggregate/publication/queries/codebook-counts";
import type { ToRelease } from "@/lib/aggregate/publication/queries/release-input";
import type { RoundtableProgress } from "@/lib/capture/roundtable/roundtable";
import { countOf } from "@/lib/platform/text/count-words";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = {
  review: Review;
  toRelease: ToRelease;
  /** What is still to do at each roundtable that is covered, in their order. */
  progress: readonly RoundtableProgress[];
  codebook: CodebookCounts;
  /** Contributions whose theme has changed its meaning since. */
  stale: number;
};

type Point = { key: string; says: ReactNode };

/** What the lead may want to put right before releasing. None of it prevents a release. */
export function CodebookHealth(props: Props) {
  const points = [...themePoints(props), ...codingPoints(props), ...roundtablePoints(props)];
  if (points.length === 0) return null;
  return (
    <div className="mt-8">
      <Notice title="Check these before you release">
        <ul className="mt-1 list-disc pl-5">
          {points.map(({ key, says }) => (
            <li key={key}>{says}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** What the themes themselves say. */
function themePoints({ review, toRelease, codebook }: Props): Point[] {
  const { counts, threshold } = toRelease.input;
  const [all] = counts;
  if (!all) return [];
  const link = (theme: { slug: string; title: string }) => (
    <Link href={`/reviews/${review.slug}/themes/${theme.slug}`}>{theme.title}</Link>
  );
  const byId = new Map(all.themes.map((theme) => [theme.id, theme]));
  return [
    ...themesOfFew(all, threshold).map((theme) => ({
      key: `few ${theme.id}`,
      says: <>{link(theme)}: raised by a few people. Could it be merged into another theme?</>,
    })),
    ...themesOfOpposites(all, threshold).map((theme) => ({
      key: `opposites ${theme.id}`,
      says: (
        <>
          {link(theme)}: about as many people call it a strength as something to improve. Does it hold two
          themes?
        </>
      ),
    })),
    ...codebook.shared.flatMap(({ oneId, otherId, together, smaller }) => {
      const [one, other] = [byId.get(oneId), byId.get(otherId)];
      if (!one || !other) return [];
      return {
        key: `shared ${oneId} ${otherId}`,
        says: (
          <>
            {link(one)} and {link(other)} are set together on {together} of the{" "}
            {countOf(smaller, "contribution")} of the smaller one. Are they one theme?
          </>
        ),
      };
    }),
    ...nearEqualTitles(all.themes).map(([one, other]) => ({
      key: `near ${one.id} ${other.id}`,
      says: (
        <>
          {link(one)} and {link(other)} have nearly the same name.
        </>
      ),
    })),
  ];
}

/** What has not been coded as the codebook stands now. */
function codingPoints({ review, toRelease, codebook, stale }: Props): Point[] {
  const byId = new Map(toRelease.input.counts[0]?.themes.map((theme) => [theme.id, theme]));
  const coding = `/reviews/${review.slug}/coding`;
  const points = codebook.unread.flatMap(({ themeId, contributions }): Point[] => {
    const theme = byId.get(themeId);
    if (!theme) return [];
    const says = (
      <>
        <Link href={`/reviews/${review.slug}/themes/${theme.slug}`}>{theme.title}</Link>: added after{" "}
        {countOf(contributions, "contribution")} had been coded. Nobody has looked for it there yet.
      </>
    );
    return [{ key: `unread ${themeId}`, says }];
  });
  if (stale === 0) return points;
  const says = (
    <>
      <Link href={`${coding}?left=stale`}>{countOf(stale, "contribution")} to check again</Link>: the meaning
      of their theme has changed since they were coded.
    </>
  );
  return [...points, { key: "stale", says }];
}

/** What is still to do at each roundtable. */
function roundtablePoints({ review, toRelease, progress }: Props): Point[] {
  const base = `/reviews/${review.slug}`;
  return toRelease.covered.flatMap(({ id, slug, title }, at) => {
    const left = progress[at];
    if (!left) return [];
    const points: Point[] = [];
    const add = (what: string, href: string, says: string) =>
      points.push({
        key: `${what} ${id}`,
        says: (
          <>
            <Link href={href}>{title}</Link>: {says}
          </>
        ),
      });
    const { untagged, uncleared, people, heard } = left;
    if (untagged > 0)
      add(
        "untagged",
        `${base}/coding?roundtable=${slug}&left=untagged`,
        `${countOf(untagged, "contribution")} without a theme. They are in no figure of a theme.`,
      );
    if (uncleared > 0)
      add(
        "clear",
        `${base}/roundtables/${slug}/clear`,
        `${countOf(uncleared, "contribution")} not cleared. They count, but nobody outside can read them.`,
      );
    if (people > heard)
      add(
        "heard",
        `${base}/roundtables/${slug}/people`,
        `${countOf(people - heard, "person", "people")} present without a contribution. They count as present.`,
      );
    return points;
  });
}
