import { ChartLinks } from "@/components/aggregate/take-away/chart-links";

type Props = {
  review: { slug: string };
  fields: readonly [name: string, value: string][];
  compared: boolean;
};

/** What the page shows, as files. They are plain links: a download is no page. */
export function LiveDownloads({ review, fields, compared }: Props) {
  const query = new URLSearchParams([...fields]).toString();
  return (
    <section aria-labelledby="take-away" className="mt-10 print:hidden">
      <h2 id="take-away">Take this away</h2>
      <p className="mt-1 max-w-measure text-meta text-soft">
        These files have exact figures and everybody’s words, under labels and without names. They are for the
        facilitators of the review: do not pass them on.
      </p>
      <p className="mt-2">
        <a
          href={`/reviews/${review.slug}/live/figures.xlsx${query ? `?${query}` : ""}`}
          download
          className="inline-block py-1"
        >
          Download contributions and figures (Excel)
        </a>
      </p>
      <ChartLinks
        review={review.slug}
        chart={compared ? "comparison" : "themes"}
        fields={fields}
        words="Download the chart of themes"
      />
    </section>
  );
}
