"use client";

import { useMemo } from "react";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { unpackPage, type PackedPage } from "@/components/tag/coding/contribution/packed-page";
import { Taggings, type ShownTheme } from "@/components/tag/coding/taggings";
import type { FormAction } from "@/components/ui/form/sending";
import { ExampleForm } from "./example-form";

type Props = {
  page: PackedPage;
  themes: readonly ShownTheme[];
  themeId: string;
  /** Makes a contribution an example. */
  action: FormAction;
  /** Where this page of the list begins. */
  after: string | null;
  /** The contribution whose form is open when the page comes. */
  opened: string | null;
};

/** The contributions under a theme, each with all its themes and the form that makes it an example. */
export function ThemeContributionList({ page, themes, themeId, action, after, opened }: Props) {
  const { contributions, coding } = useMemo(() => unpackPage(page, themes), [page, themes]);
  return (
    <ol className="theme-rows">
      {contributions.map((contribution) => (
        <li key={contribution.id} id={`example-${contribution.id}`}>
          <ContributionWords
            contribution={contribution}
            {...(contribution.where ? { where: contribution.where } : {})}
          >
            <Taggings
              taggings={coding.coding[contribution.id]?.taggings ?? []}
              themes={themes}
              text={contribution.text}
            />
            <ExampleForm
              action={action}
              themeId={themeId}
              contributionId={contribution.id}
              opened={contribution.id === opened}
              href={exampleHref(contribution.id, after, opened)}
            />
          </ContributionWords>
        </li>
      ))}
    </ol>
  );
}

/** The same page, written from it, with this form open, or closed where it is open. */
function exampleHref(id: string, after: string | null, opened: string | null): string {
  const query = new URLSearchParams({ ...(after && { after }), ...(id !== opened && { example: id }) });
  return `?${query}#example-${id}`;
}
