import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ErasureConsequences } from "@/components/capture/protection/erasure-preview";
import { TraceChoice } from "@/components/capture/protection/trace-choice";
import { WaysOut } from "@/components/capture/protection/ways-out";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { roundtableHref } from "../../../read-roundtable";
import { readParticipant } from "../read-participant";
import { erase } from "./actions";

export const metadata: Metadata = { title: "Erase a person" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]/erase">;

export default async function ErasePerson({ params }: Props) {
  const { viewer, slugs, crumbs, participant } = await readParticipant(params);
  const preview = await forPage(previewErasure(viewer, participant.personId));
  const reviewHref = `/reviews/${encodeURIComponent(slugs.review)}`;
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
        <>
          <WaysOut here="erase" participantHref={back} mayErase />
          <Form
            action={erase.bind(null, slugs)}
            submitLabel={preview.held ? "Ask the lead to decide" : "Erase this person’s words"}
            submitVariant={preview.held ? "primary" : "danger"}
            actions={<Link href={back}>Cancel</Link>}
          >
            <input type="hidden" name="personId" value={preview.personId} />
            {preview.held && (
              <Notice title="a hold lasts">
                Nothing is removed now. The request is kept, and the lead decides on it on the protection
                page.
              </Notice>
            )}
            <ErasureConsequences preview={preview} />
            {!preview.held && <TraceChoice preview={preview} reviewHref={reviewHref} />}
          </Form>
        </>
      )}
    </>
  );
}
