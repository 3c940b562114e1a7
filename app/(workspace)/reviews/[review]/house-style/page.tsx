import type { Metadata } from "next";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { PEOPLE_WORDS, sampleSentence, wordsToAvoid } from "@/lib/report/draft/house-style";
import { getHouseStyle } from "@/lib/report/draft/queries/review-house-style";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { saveHouseStyle } from "./actions";

export const metadata: Metadata = { title: "House style of reports" };

/** How the review's reports are worded; new drafts follow it, and checks point out what does not. */
export default async function HouseStylePage({ params }: PageProps<"/reviews/[review]/house-style">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  await requireForPage(viewer, "report.style", { reviewId: review.id });
  const style = await forPage(getHouseStyle(viewer, review.id));
  const { figures } = style;
  return (
    <>
      <PageHeader
        title="House style of reports"
        breadcrumb={[{ label: "Reports", href: `/reviews/${review.slug}/reports` }]}
        meta={
          <>
            A theme now opens like this: <span className="font-serif">{sampleSentence(style)}</span>
          </>
        }
      />
      <p className="mb-6 max-w-measure">
        New drafts follow this style. Drafts that are there stay as they are, and their checks point out what
        differs. Words that somebody is quoted with never change.
      </p>
      <Form action={saveHouseStyle} submitLabel="Save the house style">
        <input type="hidden" name="reviewId" value={review.id} />
        <input type="hidden" name="was" value={canonicalJson(style)} />
        <Radios
          name="people"
          label="What people are called"
          options={PEOPLE_WORDS.map((people) => ({
            value: people,
            label: people,
            hint: sampleSentence({ people, figures }),
          }))}
          defaultValue={style.people}
        />
        <Checkboxes
          name="figures"
          label="Figures in brackets"
          options={[
            {
              value: "on",
              label: "Give a theme’s figure in brackets",
              hint: `With it: ${sampleSentence({ ...style, figures: true })} Without it: ${sampleSentence({ ...style, figures: false })}`,
            },
          ]}
          defaultValue={figures ? ["on"] : []}
        />
        <Textarea
          name="avoid"
          label="Words to avoid"
          hint="One a line. After a colon you can say what to use in its place, for example “going forward: from now on”."
          rows={6}
          defaultValue={wordsToAvoid(style.avoid)}
          optional
        />
      </Form>
    </>
  );
}
