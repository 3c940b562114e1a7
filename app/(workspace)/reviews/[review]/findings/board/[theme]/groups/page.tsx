import type { Metadata } from "next";
import NextForm from "next/form";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { FinenessSlider } from "@/components/synthesise/board/fineness-slider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { countOf } from "@/lib/platform/text/count-words";
import { FinenessField } from "@/lib/synthesise/board/proposed-group";
import { lastChange, listUnplaced } from "@/lib/synthesise/board/queries/board";
import { proposeGroups, stancesUnder } from "@/lib/synthesise/board/queries/proposed-groups";
import { readBoard } from "../read-board";
import { UndoLast } from "../undo-last";
import { ProposedGroupForm } from "./proposed-group-form";

type Props = PageProps<"/reviews/[review]/findings/board/[theme]/groups">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { theme } = await readBoard(params);
  return { title: `Proposed groups: ${theme.title}` };
}

export default async function ProposedGroupsPage({ params, searchParams }: Props) {
  const { viewer, review, theme, home, here } = await readBoard(params);
  const fineness = FinenessField.parse((await searchParams).fine);
  const of = { reviewId: review.id, themeId: theme.id };
  const { contributions } = await listUnplaced(viewer, of);
  const ids = contributions.map(({ id }) => id);
  const groups = await proposeGroups(viewer, of, { fineness, unplaced: ids });
  const stances = await stancesUnder(viewer, theme.id, ids);
  const single = ids.length - groups.reduce((sum, group) => sum + group.ids.length, 0);
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} kind="finding" />
      <PageHeader
        compact
        title={`Proposed groups: ${theme.title}`}
        breadcrumb={[
          { label: "Findings", href: home },
          { label: "Board", href: here },
          { label: "Proposed groups" },
        ]}
      />
      <p className="max-w-measure text-meta text-soft">
        The computer has put contributions with similar words together. Nothing counts until you start a
        finding from a group. Read the contributions, untick what does not belong, and write what they say.
      </p>
      <UndoLast change={await lastChange(viewer, theme.id)} />
      <NextForm action={`${here}/groups`} className="mt-3 flex flex-wrap items-end gap-4">
        <FinenessSlider fineness={fineness} />
        <Button type="submit" variant="quiet">
          Group again
        </Button>
      </NextForm>
      {groups.length === 0 && (
        <EmptyState title="There are no groups to propose">
          Fewer than two contributions that are not yet in a finding are like one another.
        </EmptyState>
      )}
      <div className="mt-8 grid gap-8">
        {groups.map((group, index) => (
          <ProposedGroupForm
            key={group.ids.toSorted().join()}
            place={index + 1}
            contributions={group.ids.flatMap((id) => contributions.find((one) => one.id === id) ?? [])}
            stances={group.ids.flatMap((id) => stances.get(id) ?? [])}
            of={of}
          />
        ))}
      </div>
      {single > 0 && (
        <p className="mt-8 max-w-measure text-soft">
          {countOf(single, "contribution is", "contributions are")} in no group. You find{" "}
          {single === 1 ? "it" : "them"} on the board.
        </p>
      )}
    </>
  );
}
