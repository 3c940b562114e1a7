import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { AttendanceForm } from "@/components/capture/registration/attendance/attendance-form";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { ATTENDANCE_FIELDS, FIELD_WORDS } from "@/lib/capture/registration/attendance-columns";
import { readRoundtable, roundtableHref } from "../../read-roundtable";
import { handleList } from "./actions";

export const metadata: Metadata = { title: "Add people from a list" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/attendance">;

export default async function Attendance({ params }: Props) {
  const { roundtable, slugs, crumbs } = await readRoundtable(params);
  const people = roundtableHref(slugs, "people");
  return (
    <>
      <PageHeader
        title="Add people from a list"
        breadcrumb={[...crumbs, { label: "People", href: people }, { label: "List" }]}
        meta="You can check and change how we read the list before anything is saved. People already registered here do not change."
      />
      <p className="mb-5 max-w-measure">
        Choose a file. To paste rows from a spreadsheet instead, use the table on the{" "}
        <Link href={people}>People page</Link>.
      </p>
      <div className="mb-6">
        <Details summary="What the columns can hold">
          <p>
            {ATTENDANCE_FIELDS.map((field) => FIELD_WORDS[field]).join(", ")}. After we have read the list,
            you can choose what each column holds. Put commas between several NPQs in one cell. People who are
            not marked as absent count as present.
          </p>
        </Details>
      </div>
      <AttendanceForm roundtableId={roundtable.id} action={handleList.bind(null, slugs)} />
    </>
  );
}
