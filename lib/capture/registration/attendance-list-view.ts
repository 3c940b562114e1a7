import { describe } from "@/lib/capture/people/participant";
import { whyNot } from "./attendance";
import { FIELD_WORDS } from "./attendance-columns";
import { columnName, examplesOf, listProblems, seenAs, type ListInput } from "./attendance-list";
import { valuesOf, type LeftOut, type ValueGroup } from "./attendance-mapping";
import { optionsFor } from "./attendance-options";
import { personName, type Offer } from "./attendance-people";
import type { PlannedAttendee } from "./attendance-plan";
import type { ListRow, ReadList } from "./attendance-state";

type Found = {
  plan: readonly PlannedAttendee[];
  offers: ReadonlyMap<number, Offer[]>;
  tables: readonly string[];
  leftOut: readonly LeftOut[];
};

/** Everything that the page of a list shows. */
export function listView(input: ListInput, { plan, offers, tables, leftOut }: Found): ReadList {
  const { file, columns, choices, means } = input;
  const groups = valuesOf(file.rows, file.header, { columns, choices, tables });
  const shown = new Set(groups.flatMap(({ values }) => values.map(({ name }) => name)));
  const used = new Set(plan.map(({ line }) => line));
  return {
    file,
    columns: file.header.map((heading, index) => ({
      name: columnName(index),
      heading,
      examples: examplesOf(file.rows, index),
      field: columns[index] ?? null,
    })),
    seen: seenAs(columns),
    groups: groups.map((group) => ({
      ...group,
      options: optionsFor(group.field, tables),
      why: reasons(group),
    })),
    payload: Object.entries(choices)
      .filter(([name]) => !shown.has(name))
      .map(([name, value]) => ({ name, value })),
    rows: plan.map((planned) => rowView(planned, offers.get(planned.line) ?? [], leftOut)),
    emptyLines: file.rows.map(({ line }) => line).filter((line) => !used.has(line)),
    means,
    problems: listProblems(input, groups),
  };
}

function reasons({ field, values }: ValueGroup): Record<string, string> {
  const open = values.filter(({ understood }) => understood === null).map(({ text }) => text);
  const why = (text: string) =>
    field === "table" ? "No table has this name." : `It ${whyNot(field, text)}.`;
  return Object.fromEntries(open.map((text) => [text, why(text)]));
}

function rowView(planned: PlannedAttendee, offers: Offer[], leftOut: readonly LeftOut[]): ListRow {
  const unused = leftOut
    .filter(({ line }) => line === planned.line)
    .map(({ field, text, chosen }) => {
      const value = `${FIELD_WORDS[field]} “${text}”`;
      return chosen ? `${value} is left out, as you chose.` : `${value}: choose what it means.`;
    });
  const { attendee } = planned;
  return {
    ...planned,
    attendee: { ...attendee, notes: [...attendee.notes, ...unused] },
    offers,
    personName: personName(planned.line),
    description: describe(attendee, "all"),
  };
}
