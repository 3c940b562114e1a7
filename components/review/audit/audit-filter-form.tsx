import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { DateFields } from "@/components/ui/form/date-fields";
import { FilterForm } from "@/components/ui/form/filter-form";
import { Select } from "@/components/ui/form/select";
import { AUDIT_KINDS, valuesOf, type ReadAuditFilter } from "@/lib/review/audit/audit-filter";

type Props = {
  here: string;
  read: ReadAuditFilter;
  people: readonly { id: string; name: string }[];
  roundtables: readonly { slug: string; title: string }[];
};

/** By person, by day and by kind; everything chosen is in the address. */
export function AuditFilterForm({ here, read: { typed, errors, narrows }, people, roundtables }: Props) {
  const wrong = Object.keys(errors).length > 0;
  return (
    <FilterForm
      action={here}
      label="Audit log"
      refusal={wrong ? { ok: false, fieldErrors: errors, values: valuesOf(typed) } : null}
    >
      <div className="border-y border-line py-4">
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            name="who"
            label="Person"
            placeholder="Everybody"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={typed.who}
          />
          <Select
            name="kind"
            label="Kind of entry"
            placeholder="All"
            options={Object.entries(AUDIT_KINDS).map(([value, label]) => ({ value, label }))}
            defaultValue={typed.kind}
          />
          <Select
            name="roundtable"
            label="Who has read this roundtable"
            placeholder="Any roundtable"
            options={roundtables.map(({ slug, title }) => ({ value: slug, label: title }))}
            defaultValue={typed.roundtable}
          />
        </div>
        <div className="mt-4 grid gap-x-5 gap-y-4 md:grid-cols-2">
          <DateFields name="from" label="First day" optional defaultValue={typed.from} />
          <DateFields name="to" label="Last day" optional defaultValue={typed.to} />
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-5">
          <Button type="submit" size="small">
            Show
          </Button>
          {(narrows || wrong) && <Link href={here}>Show all entries</Link>}
        </div>
      </div>
    </FilterForm>
  );
}
