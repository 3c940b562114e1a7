import type { Metadata } from "next";
import { PermissionSlips } from "@/components/capture/permission/permission-slips";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/form/radios";
import { forPage } from "@/lib/access/page";
import { getWording } from "@/lib/capture/permission/queries/permission-wording";
import { formatDate } from "@/lib/platform/text/dates";
import { readRoundtable, roundtableHref } from "../../read-roundtable";
import { makeSlips } from "../permission-actions";

export const metadata: Metadata = { title: "Permission slips" };

const WHOSE = [
  {
    value: "missing",
    label: "People without a working link",
    hint: "Links already handed out still work.",
  },
  { value: "all", label: "Everybody, with new links", hint: "Links already handed out stop working." },
  {
    value: "none",
    label: "Everybody, without links",
    hint: "For paper only: people tick their choice, and nothing changes here.",
  },
];

/** One printed page for each participant. Hosts choose nothing, so they get none. */
export default async function Slips({
  params,
}: PageProps<"/reviews/[review]/roundtables/[roundtable]/people/slips">) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const { version, text } = await forPage(getWording(viewer, review.id));
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Permission slips"
          breadcrumb={[
            ...crumbs,
            { label: "People", href: roundtableHref(slugs, "people") },
            { label: "Slips" },
          ]}
          meta="A page for each participant, with their label, the wording, three boxes to tick and a code to scan."
        />
      </div>
      <PermissionSlips
        action={makeSlips}
        submitLabel="Make the slips"
        texts={{
          review: review.title,
          roundtable: roundtable.title,
          held: formatDate(roundtable.heldOn),
          wording: text,
          version,
        }}
      >
        <input type="hidden" name="roundtableId" value={roundtable.id} />
        <Radios name="whose" label="Who the slips are for" options={WHOSE} defaultValue="missing" />
      </PermissionSlips>
    </>
  );
}
