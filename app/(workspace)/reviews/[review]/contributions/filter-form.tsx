import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Question, RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import type { Theme } from "@/lib/tag/codebook/theme";
import { ContributionFilterFields } from "../contribution-filter-fields";
import type { ContributionFilters } from "./filters";

type Props = {
  here: string;
  filters: ContributionFilters;
  roundtables: readonly RoundtableTitle[];
  questions: readonly Question[];
  themes: readonly Theme[];
};

/** Narrows the list; everything chosen is in the address, so that it can be shared. */
export function FilterForm({ here, filters, roundtables, questions, themes }: Props) {
  const { words = "", left = "", speaker } = filters;
  const narrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <form action={here} role="search" aria-label="Contributions" className="border-y border-line py-4">
      {speaker && <input type="hidden" name="speaker" value={speaker} />}
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <ContributionFilterFields
          chosen={filters}
          roundtables={roundtables}
          questions={questions}
          themes={themes}
        />
        <Select
          name="left"
          label="To do"
          placeholder="All"
          options={[
            { value: "untagged", label: "Without a theme" },
            { value: "uncleared", label: "To clear" },
          ]}
          defaultValue={left}
        />
        <TextInput name="words" type="search" label="Words" defaultValue={words} />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <Button type="submit" size="small">
          Show
        </Button>
        {narrowed && <Link href={here}>Show all</Link>}
      </div>
    </form>
  );
}
