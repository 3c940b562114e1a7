import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Question, RoundtableTitle } from "@/lib/capture/roundtable";
import { PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/vocabulary";
import { isNarrowed, LEFT, SPEAKER_ATTRIBUTES, type CodingAddress } from "@/lib/tag/coding-filter";
import type { Theme } from "@/lib/tag/theme";
import { LineFilters } from "../line-filters";

type Props = {
  here: string;
  filters: CodingAddress;
  roundtables: readonly RoundtableTitle[];
  questions: readonly Question[];
  themes: readonly Theme[];
};

const VALUES = { role: ROLES, phase: PHASES, setting: SETTINGS, region: REGIONS };
const WORDS = { role: "Role", phase: "Phase", setting: "Setting", region: "Region" };

/** Narrows the lines; everything chosen is in the address, so that it can be shared. */
export function CodingFilters({ here, filters, roundtables, questions, themes }: Props) {
  const { left = "", words = "" } = filters;
  return (
    <Form action={here} role="search" aria-label="Lines" className="border-y border-line py-4 print:hidden">
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="left"
          label="Lines"
          placeholder="All"
          options={Object.entries(LEFT).map(([value, label]) => ({ value, label }))}
          defaultValue={left}
        />
        <LineFilters chosen={filters} {...{ roundtables, questions, themes }} />
        <TextInput name="words" type="search" label="Words" defaultValue={words} />
      </div>
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <Details
          summary="By who spoke"
          open={SPEAKER_ATTRIBUTES.some((attribute) => filters[attribute] !== undefined)}
        >
          <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
            {SPEAKER_ATTRIBUTES.map((attribute) => (
              <Select
                key={attribute}
                name={attribute}
                label={WORDS[attribute]}
                placeholder="Any"
                options={VALUES[attribute].map((value) => ({ value, label: value }))}
                defaultValue={filters[attribute] ?? ""}
              />
            ))}
          </div>
        </Details>
        <div className="flex flex-wrap items-center gap-5">
          {isNarrowed(filters) && <Link href={here}>Show all</Link>}
          <Button type="submit" size="small">
            Show
          </Button>
        </div>
      </div>
    </Form>
  );
}
