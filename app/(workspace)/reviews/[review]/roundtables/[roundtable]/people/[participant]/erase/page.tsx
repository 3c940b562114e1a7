import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { previewErasure } from "@/lib/capture/queries/erasure";
import { countOf } from "@/lib/capture/words";
import { roundtableHref } from "../../../read-roundtable";
import { erase } from "../../actions";
import { readParticipant } from "../read-participant";

export const metadata: Metadata = { title: "Erase a person" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]/erase">;

export default async function ErasePerson({ params }: Props) {
  const { viewer, slugs, crumbs, participant } = await readParticipant(params);
  const preview = await forPage(previewErasure(viewer, participant.personId));
  const back = roundtableHref(slugs, `people/${participant.id}`);
  return (
    <>
      <PageHeader
        title={`Erase ${participant.label}`}
        breadcrumb={[...crumbs, { label: participant.label, href: back }, { label: "Erase" }]}
      />
      {preview.erasedAt ? (
        <Notice title="this person is erased already">Nothing is left to remove.</Notice>
      ) : (
        <Form
          action={erase.bind(null, slugs)}
          submitLabel="Erase this person’s words"
          submitVariant="danger"
          actions={<Link href={back}>Cancel</Link>}
        >
          <input type="hidden" name="personId" value={preview.personId} />
          <Notice tone="warning" title="this cannot be undone">
            What would go, in every roundtable they came to:
            <ul className="mt-2 list-disc pl-5">
              <li>the words of {countOf(preview.lines, "contribution")}</li>
              <li>{countOf(preview.revisions, "earlier wording")} of them</li>
              <li>{countOf(preview.clearances, "cleared text")}</li>
              <li>name, organisation and description, and the link to an account</li>
            </ul>
          </Notice>
          <p className="max-w-measure">
            They still count as present at {countOf(preview.roundtables, "roundtable")}, and leave every other
            figure. Reports show a marked gap where they were quoted. What has been published or downloaded
            cannot be called back.
          </p>
        </Form>
      )}
    </>
  );
}
