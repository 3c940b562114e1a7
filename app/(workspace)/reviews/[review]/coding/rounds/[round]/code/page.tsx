import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { CodingFields } from "@/components/tag/round/coding-fields";
import { shownLine } from "@/components/tag/shown-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { listRoundtableTitles } from "@/lib/capture/queries/roundtables";
import { choiceOf } from "@/lib/tag/round-choices";
import { getRoundLine } from "@/lib/tag/queries/round-lines";
import { listRoundThemes } from "@/lib/tag/queries/round-themes";
import { judge } from "../../actions";
import { readRound } from "../../read-round";

export const metadata: Metadata = { title: "Code your lines" };

const Position = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/code">;

export default async function CodePage({ params, searchParams }: Props) {
  const { viewer, review, round, mine, here, crumbs } = await readRound(params);
  const header = (meta?: string) => (
    <PageHeader
      title="Code your lines"
      breadcrumb={[...crumbs.slice(1), { label: "Code" }]}
      {...(meta ? { meta } : {})}
    />
  );
  const closed = !mine
    ? "You do not code in this round"
    : mine.finishedAt
      ? "You have finished this round"
      : round.state === "open"
        ? null
        : "This round is not being coded any more";
  const position = Position.parse((await searchParams).line);
  const found = closed ? null : await forPage(getRoundLine(viewer, round, position));
  if (!mine || !found)
    return (
      <>
        {header()}
        <EmptyState
          title={closed ?? "No line is left in this round"}
          action={<Link href={here}>Back to the round</Link>}
        >
          {mine?.finishedAt && "What you set in it stands as it is."}
        </EmptyState>
      </>
    );
  const { line, set, memo, previous, next, read } = found;
  const themes = await listRoundThemes(viewer, round.id);
  const roundtables = await listRoundtableTitles(viewer, review.id);
  const at = (place: number) => `${here}/code?line=${place}`;
  const where = roundtables.find(({ id }) => id === line.roundtableId)?.title ?? "";
  return (
    <>
      {header(
        `${mine.read} of ${round.lines} lines read. This is line ${found.position}${read ? ", which you have read: saving it again replaces what you said." : "."}`,
      )}
      <Form
        key={line.id}
        action={judge}
        submitLabel="Save, next line"
        actions={
          <>
            {previous !== null && (
              <Link id="previous-line" href={at(previous)}>
                Line before
              </Link>
            )}
            {next !== null && <Link href={at(next)}>Skip this line</Link>}
            <Link href={`${here}/code`}>First unread</Link>
            <Link href={`${here}/finish`}>Finish</Link>
          </>
        }
      >
        <input type="hidden" name="roundId" value={round.id} />
        <input type="hidden" name="contributionId" value={line.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <input type="hidden" name="number" value={round.number} />
        <CodingFields
          line={{ ...shownLine(line), stance: null, where }}
          question={line.question?.text ?? null}
          themes={themes}
          set={set.map(({ themeId, stance }) => choiceOf(themeId, stance))}
          memo={memo}
          previousHref={previous === null ? null : at(previous)}
          focused={position !== undefined}
        />
      </Form>
      <RoundKeys />
    </>
  );
}

/** Which keys there are, for whoever codes without the mouse. */
function RoundKeys() {
  return (
    <p className="mt-8 max-w-measure text-sm text-soft print:hidden">
      Keys, while the line is outlined: the theme’s own to set it or take it off; s, i, a or o for the stance
      of the theme set last; Enter or → to save and go on, ← for the line before; m for the memo, Escape to
      come back; d for what each theme means.
    </p>
  );
}
