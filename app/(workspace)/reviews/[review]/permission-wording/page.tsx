import type { Metadata } from "next";
import { PermissionWording } from "@/components/capture/permission/permission-wording";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Textarea } from "@/components/ui/form/textarea";
import { forPage, pageViewer } from "@/lib/access/page";
import type { Wording } from "@/lib/capture/permission/permission";
import { ALWAYS_SAID } from "@/lib/capture/permission/permission-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listWordings } from "@/lib/capture/permission/queries/permission-wording";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { publishWording } from "./actions";

export const metadata: Metadata = { title: "Wording of the permission" };

export default async function WordingPage({ params }: PageProps<"/reviews/[review]/permission-wording">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const [present, ...earlier] = await forPage(listWordings(viewer, review.id));
  if (!present) return null;
  return (
    <>
      <PageHeader
        title="Wording of the permission"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "Wording" }]}
        meta={standing(present)}
      />
      <div className="grid gap-10">
        <section aria-labelledby="always">
          <h2 id="always" className="mb-2">
            Always included
          </h2>
          <ul className="grid max-w-measure list-disc gap-1 pl-5">
            {ALWAYS_SAID.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="present">
          <h2 id="present" className="mb-2">
            The wording
          </h2>
          <p className="mb-4 max-w-measure text-meta text-soft">
            Earlier choices keep the wording that people read, and show which wording that was.
          </p>
          <Form action={publishWording} submitLabel="Publish as a new wording">
            <input type="hidden" name="reviewId" value={review.id} />
            <input type="hidden" name="version" value={present.version} />
            <Textarea
              name="text"
              label="What participants read before they choose"
              rows={9}
              defaultValue={present.text}
            />
          </Form>
        </section>
        {earlier.length > 0 && (
          <section aria-labelledby="earlier">
            <h2 id="earlier" className="mb-3">
              Earlier wordings
            </h2>
            {earlier.map((wording) => (
              <Details key={wording.version} summary={standing(wording)}>
                <PermissionWording text={wording.text} />
              </Details>
            ))}
          </section>
        )}
      </div>
    </>
  );
}

function standing({ version, since, choices }: Wording): string {
  if (since === null) return "Nobody has published a wording yet. Participants read the one below.";
  return `Wording ${version}, of ${formatInstant(since)}. ${countOf(choices, "choice")} ${choices === 1 ? "was" : "were"} made under it.`;
}
