import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { AmendmentList } from "@/components/capture/contribution/amendment-list";
import { RecordContribution } from "@/components/capture/contribution/record-contribution";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHeader } from "@/components/ui/page-header";
import { isOpen } from "@/lib/capture/contribution/counted-words";
import { MAX_TEXT } from "@/lib/capture/contribution/contribution-rules";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import { readContribution } from "../read-contribution";
import { amend } from "./actions";

export const metadata: Metadata = { title: "Amend a contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]/amend">;

export default async function AmendContribution({ params }: Props) {
  const { viewer, review, contribution, roundtable, crumbs, here } = await readContribution(params);
  const amendments = await listAmendments(viewer, contribution.id);
  const open = roundtable.state !== "closed";
  const gone = !isOpen(contribution);
  const standing = amendments.find(({ erased }) => !erased)?.text ?? contribution.text;
  return (
    <>
      <PageHeader
        title="Amend a contribution"
        breadcrumb={[...crumbs, { label: "Contribution", href: here }, { label: "Amend" }]}
      />
      {open ? (
        <p className="max-w-measure">
          This roundtable is not closed, so you can edit the contribution itself.{" "}
          <Link href={`${here}/edit`}>Edit it</Link>
        </p>
      ) : gone ? (
        <p className="max-w-measure">
          This contribution was struck out or removed, so you cannot amend it.{" "}
          <Link href={here}>Back to it</Link>
        </p>
      ) : (
        <>
          <RecordContribution contribution={contribution} />
          <p className="my-6 max-w-measure">
            The record stays unchanged. Your amendment is shown alongside the contribution, with your name.
            The contribution has to be cleared again before reviewers can read it.
          </p>
          <Form
            action={amend.bind(null, review.slug)}
            submitLabel="Amend"
            actions={<Link href={here}>Cancel</Link>}
          >
            <input type="hidden" name="id" value={contribution.id} />
            <input type="hidden" name="revision" value={contribution.revision} />
            <Textarea name="text" label="What it should say" defaultValue={standing} limit={MAX_TEXT} voice />
            <Textarea name="reason" label="Reason" hint="Such as: misheard." rows={2} limit={1000} />
          </Form>
          <div className="mt-10">
            <AmendmentList amendments={amendments} />
          </div>
        </>
      )}
    </>
  );
}
