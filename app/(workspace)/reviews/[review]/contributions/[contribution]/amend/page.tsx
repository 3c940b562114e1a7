import type { Metadata } from "next";
import Link from "next/link";
import { AmendmentList } from "@/components/capture/contribution/amendment-list";
import { RecordLine } from "@/components/capture/contribution/record-line";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHeader } from "@/components/ui/page-header";
import { MAX_TEXT } from "@/lib/capture/contribution/line-rules";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import { readLine } from "../read-line";
import { amend } from "./actions";

export const metadata: Metadata = { title: "Amend a contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]/amend">;

export default async function AmendContribution({ params }: Props) {
  const { viewer, review, line, roundtable, crumbs, here } = await readLine(params);
  const amendments = await listAmendments(viewer, line.id);
  const open = roundtable.state !== "closed";
  const gone = line.erasedAt !== null || line.struckAt !== null;
  const standing = amendments.find(({ erased }) => !erased)?.text ?? line.text;
  return (
    <>
      <PageHeader
        title="Amend a contribution"
        breadcrumb={[...crumbs, { label: "Contribution", href: here }, { label: "Amend" }]}
      />
      {open ? (
        <p className="max-w-measure">
          This roundtable is not closed, so you can edit the line itself.{" "}
          <Link href={`${here}/edit`}>Edit it</Link>
        </p>
      ) : gone ? (
        <p className="max-w-measure">
          This line was struck out or removed, so you cannot amend it. <Link href={here}>Back to it</Link>
        </p>
      ) : (
        <>
          <RecordLine line={line} />
          <p className="my-6 max-w-measure">
            The record stays unchanged. Your amendment is shown beside the line, with your name. The line has
            to be cleared again before reviewers can read it.
          </p>
          <Form
            action={amend.bind(null, review.slug)}
            submitLabel="Amend"
            actions={<Link href={here}>Cancel</Link>}
          >
            <input type="hidden" name="id" value={line.id} />
            <input type="hidden" name="revision" value={line.revision} />
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
