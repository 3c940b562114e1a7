import { Checkboxes } from "@/components/ui/form/checkboxes";
import { DateFields } from "@/components/ui/form/date-fields";
import type { ReadFilter } from "@/lib/aggregate/live/filter-address";
import { valueWords, type FilterTitles } from "@/lib/aggregate/live/filter-words";
import { FILTER_LISTS, type FilterList } from "@/lib/aggregate/live/live-filter";

type Props = {
  /** In front of each field's name. */
  prefix?: string;
  read: ReadFilter | null;
  /** What there is to choose from, list by list. */
  values: Record<FilterList, readonly string[]>;
  titles: FilterTitles;
};

const LABELS: Record<FilterList, string> = {
  roundtable: "Roundtables",
  role: "Role",
  phase: "Phase",
  setting: "Type of school",
  region: "Region",
  npq: "NPQ they took or delivered",
  about: "NPQ that it is about",
  stance: "Stance",
  put: "How the stance was put",
  area: "DfE area",
};

/** One group: nothing ticked in a list leaves the list open. */
export function FilterFields({ prefix = "", read, values, titles }: Props) {
  return (
    <div className="grid items-start gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {FILTER_LISTS.filter((list) => values[list].length > 1).map((list) => (
        <details key={list} className="folded-list">
          <summary>
            <b>{LABELS[list]}</b>
            {`: ${chosenWords(read?.filter[list] ?? [], (value) => valueWords(list, value, titles))}`}
          </summary>
          <Checkboxes
            name={prefix + list}
            label={LABELS[list]}
            options={values[list].map((value) => ({ value, label: valueWords(list, value, titles) }))}
            defaultValue={read?.filter[list] ?? []}
          />
        </details>
      ))}
      <DateFields
        name={`${prefix}on`}
        label="As at the end of"
        optional
        defaultValue={dateParts(read)}
        problem={read?.problem ?? undefined}
      />
    </div>
  );
}

/** What is ticked, for the line that the list is folded into. */
function chosenWords(chosen: readonly string[], words: (value: string) => string): string {
  return chosen.length === 0 ? "any" : chosen.map(words).join(", ");
}

/** What was typed is kept, even where it was not used. */
function dateParts(read: ReadFilter | null) {
  if (read?.typed) return read.typed;
  if (!read?.filter.on) return undefined;
  const [year = "", month = "", day = ""] = read.filter.on.toISOString().slice(0, 10).split("-");
  return { year, month: String(Number(month)), day: String(Number(day)) };
}
