import type { Metadata } from "next";
import { NpqsNamed } from "@/components/aggregate/publication/npqs-named";
import { dashboardHref } from "../address";
import { openPart } from "../open-part";
import { PartPage } from "../part-page";

export const metadata: Metadata = { title: "NPQs that people spoke about" };

type Props = PageProps<"/reviews/[review]/dashboard/npqs">;

export default async function NpqsOfRelease({ params, searchParams }: Props) {
  const opened = await openPart((await params).review, await searchParams);
  const { review, shown } = opened;
  return (
    <PartPage {...opened} title="NPQs that people spoke about" part="npqs">
      {shown?.release.npqs ? (
        <NpqsNamed
          npqs={shown.release.npqs}
          threshold={review.smallNumber}
          themeHref={({ slug }) => dashboardHref(review.slug, { release: shown.release.number, theme: slug })}
        />
      ) : (
        <p className="mt-4 max-w-measure">NPQs were not counted when this release was made.</p>
      )}
    </PartPage>
  );
}
