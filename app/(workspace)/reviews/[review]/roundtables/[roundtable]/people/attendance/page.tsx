import type { Metadata } from "next";
import { AttendanceForm } from "@/components/capture/attendance-form";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { ATTENDANCE_FIELDS, FIELD_WORDS } from "@/lib/capture/attendance-columns";
import { readRoundtable, roundtableHref } from "../../read-roundtable";
import { readList, register } from "./actions";

export const metadata: Metadata = { title: "Add people from a list" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/attendance">;

export default async function Attendance({ params }: Props) {
  const { roundtable, slugs, crumbs } = await readRoundtable(params);
  return (
    <>
      <PageHeader
        title="Add people from a list"
        breadcrumb={[
          ...crumbs,
          { label: "People", href: roundtableHref(slugs, "people") },
          { label: "List" },
        ]}
        meta="You see what will happen with each row before anything is saved. Those who are there already stay as they are."
      />
      <div className="mb-6">
        <Details summary="What the columns may be called">
          <p>
            {ATTENDANCE_FIELDS.map((field) => FIELD_WORDS[field]).join(", ")}. Other columns are left out.
            Several NPQs in one cell are separated by commas. Whoever is not marked as absent counts as
            present.
          </p>
        </Details>
      </div>
      <AttendanceForm roundtableId={roundtable.id} read={readList} register={register.bind(null, slugs)} />
    </>
  );
}
