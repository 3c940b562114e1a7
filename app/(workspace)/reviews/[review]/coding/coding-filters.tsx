"use client";

import Form from "next/form";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverButton } from "@/components/ui/popover";
import { Select } from "@/components/ui/form/select";
import type { Question, RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import {
  codingAddress,
  isNarrowed,
  LEFT,
  searchOf,
  setFilters,
  SPEAKER_ATTRIBUTES,
} from "@/lib/tag/coding/coding-filter";
import type { CodingAddress } from "@/lib/tag/coding/coding-address";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import { ContributionFilterFields } from "../contribution-filter-fields";
import { WordsField } from "./words-field";

type Props = {
  here: string;
  filters: CodingAddress;
  roundtables: readonly RoundtableTitle[];
  questions: readonly Question[];
  themes: readonly ShownTheme[];
  /** The actions on everything that is found. */
  children: ReactNode;
};

const VALUES = { role: ROLES, phase: PHASES, setting: SETTINGS, region: REGIONS };
const WORDS = { role: "Role", phase: "Phase", setting: "Setting", region: "Region" };
const PANEL = "filters";

/**
 * Narrows the contributions, in one row: search words, the other filters in a panel, and each active filter
 * as a link that removes it. Everything chosen is in the address, so that it can be shared.
 */
export function CodingFilters({ here, filters, roundtables, questions, themes, children }: Props) {
  const set = setFilters(filters, {
    roundtable: roundtables.find(({ slug }) => slug === filters.roundtable)?.title,
    question: questions.find(({ id }) => id === filters.question)?.text,
    theme: themes.find(({ slug }) => slug === filters.theme)?.title,
  });
  return (
    <Form
      action={here}
      role="search"
      aria-label="Contributions"
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 print:hidden"
    >
      <WordsField words={filters.words ?? ""} />
      <Button type="submit" variant="quiet" size="small">
        Search
      </Button>
      <PopoverButton opens={PANEL}>Filters</PopoverButton>
      {set.map(({ name, words, without }) => (
        <Link
          key={name}
          href={codingAddress(here, without)}
          title={words}
          className="inline-flex min-h-7 max-w-36 items-center gap-1.5 rounded-full bg-accent-soft px-2.5 text-sm text-ink no-underline hover:underline pointer-coarse:min-h-11 forced-colors:border"
        >
          <span className="sr-only">Remove filter: </span>
          <span className="truncate">{words}</span>
          <span aria-hidden>×</span>
        </Link>
      ))}
      {children}
      {/* A new key with other filters: the panel is mounted again, and closed. */}
      <Popover key={codingAddress("", searchOf(filters))} id={PANEL} title="Filters">
        <FilterFields
          here={here}
          filters={filters}
          roundtables={roundtables}
          questions={questions}
          themes={themes}
        />
      </Popover>
    </Form>
  );
}

function FilterFields({ here, filters, roundtables, questions, themes }: Omit<Props, "children">) {
  return (
    <>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <Select
          name="left"
          label="Contributions"
          placeholder="All"
          options={Object.entries(LEFT).map(([value, label]) => ({ value, label }))}
          defaultValue={filters.left ?? ""}
        />
        <ContributionFilterFields
          chosen={filters}
          roundtables={roundtables}
          questions={questions}
          themes={themes}
        />
        {SPEAKER_ATTRIBUTES.map((attribute) => (
          <Select
            key={attribute}
            name={attribute}
            label={`${WORDS[attribute]} of the speaker`}
            placeholder="Any"
            options={VALUES[attribute].map((value) => ({ value, label: value }))}
            defaultValue={filters[attribute] ?? ""}
          />
        ))}
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-5">
        <Button type="submit">Show contributions</Button>
        {isNarrowed(filters) && <Link href={here}>Show all</Link>}
      </div>
    </>
  );
}
