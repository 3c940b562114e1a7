import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { PermissionConsequences } from "@/components/capture/permission/permission-consequences";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { PERMISSION_LEVELS } from "@/lib/capture/people/permission-choices";
import { isNarrowing } from "@/lib/capture/permission/permission";
import { previewNarrowing } from "@/lib/capture/permission/queries/permission-links";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { roundtableHref } from "../../../read-roundtable";
import { permit } from "../../permission-actions";
import { readParticipant } from "../read-participant";

export const metadata: Metadata = { title: "Narrow a permission" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]/narrow">;

/** What a narrower permission changes, before a facilitator records it. */
export default async function NarrowPermission({ params, searchParams }: Props) {
  const { viewer, slugs, crumbs, participant } = await readParticipant(params);
  const { id, label, permission } = participant;
  const { to: asked, means } = await searchParams;
  const to = PERMISSION_LEVELS.find((level) => level === asked) ?? null;
  const back = roundtableHref(slugs, `people/${id}`);
  if (!isNarrowing(permission, to)) redirect(back);
  const consequences = await forPage(previewNarrowing(viewer, id, to ?? "not_published"));
  return (
    <>
      <PageHeader
        title={`Narrow what ${label} permits`}
        breadcrumb={[...crumbs, { label, href: back }, { label: "Narrow" }]}
        meta={`From “${permission ? PERMISSION_WORDS[permission] : NO_PERMISSION}” to “${to ? PERMISSION_WORDS[to] : NO_PERMISSION}”`}
      />
      <Form
        action={permit.bind(null, slugs)}
        submitLabel="Record the narrower permission"
        actions={<Link href={back}>Leave it as it is</Link>}
      >
        <input type="hidden" name="participantId" value={id} />
        <input type="hidden" name="seen" value={permission ?? ""} />
        <input type="hidden" name="level" value={to ?? ""} />
        <input type="hidden" name="means" value={means === "paper" ? "paper" : "facilitator"} />
        <input type="hidden" name="confirmed" value="yes" />
        <PermissionConsequences consequences={consequences} />
        <Notice tone="warning" title="we cannot withdraw what has been published">
          Copies that people have read, printed or downloaded stay with them.
        </Notice>
      </Form>
    </>
  );
}
