import type { ReadFilter } from "./filter-address";
import { valueWords, type FilterTitles } from "./filter-words";
import { FILTER_LISTS, type FilterList } from "./live-filter";

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

/** The lists that offer a choice, as a form shows them; `values` is what there is to choose from. */
export function shownLists(values: Record<FilterList, readonly string[]>, titles: FilterTitles) {
  return FILTER_LISTS.filter((list) => values[list].length > 1).map(
    (list) =>
      [
        list,
        LABELS[list],
        values[list].map((value) => [value, valueWords(list, value, titles)] as const),
      ] as const,
  );
}

/** What is chosen, as a form shows it. */
export function shownGroup(read: ReadFilter) {
  const chosen = FILTER_LISTS.filter((list) => read.filter[list].length > 0);
  return {
    chosen: Object.fromEntries(chosen.map((list) => [list, read.filter[list]])),
    on: dateParts(read),
    problem: read.problem,
  };
}

/** What was typed is kept, even where it was not used. */
function dateParts({ typed, filter }: ReadFilter) {
  if (typed) return typed;
  if (!filter.on) return null;
  const [year = "", month = "", day = ""] = filter.on.toISOString().slice(0, 10).split("-");
  return { year, month: String(Number(month)), day: String(Number(day)) };
}
