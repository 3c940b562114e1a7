import type { Metadata } from "next";
import { asked, askedNumber } from "@/app/(workspace)/reviews/[review]/dashboard/address";
import { BoardRegion } from "@/components/synthesise/board/board-region";
import { BoardKeys } from "@/components/synthesise/board/board-keys-list";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { lastChange, listUnplaced } from "@/lib/synthesise/board/queries/board";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import { FindingsOfTheme } from "./findings-of-theme";
import { readBoard } from "./read-board";
import { UndoLast } from "./undo-last";
import { UnplacedContributions } from "./unplaced-contributions";

type Props = PageProps<"/reviews/[review]/findings/board/[theme]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { theme } = await readBoard(params);
  return { title: `Findings on ${theme.title}` };
}

export default async function BoardPage({ params, searchParams }: Props) {
  const { viewer, review, theme, home, here } = await readBoard(params);
  const query = await searchParams;
  const of = { reviewId: review.id, themeId: theme.id };
  const unplaced = await listUnplaced(viewer, of, { page: askedNumber(query, "page") ?? 1 });
  const findings = await listFindings(viewer, review.id, { themeId: theme.id });
  const change = await lastChange(viewer, theme.id);
  return (
    <BoardRegion>
      <RefreshOnChange watch={{ reviewId: review.id }} kind="finding" />
      <PageHeader
        compact
        title={`Findings on ${theme.title}`}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Findings", href: home },
          { label: "Board" },
        ]}
        actions={
          unplaced.total > 1 && (
            <ButtonLink href={`${here}/groups`} variant="quiet" size="small">
              See proposed groups
            </ButtonLink>
          )
        }
      />
      <UndoLast change={change} />
      <div className="mt-4 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <UnplacedContributions
          viewer={viewer}
          review={review}
          theme={theme}
          unplaced={unplaced}
          around={asked(query, "around")}
          here={here}
        />
        <FindingsOfTheme findings={findings} home={home} />
      </div>
      <BoardKeys />
    </BoardRegion>
  );
}
