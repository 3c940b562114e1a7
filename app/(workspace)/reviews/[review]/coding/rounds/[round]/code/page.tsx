import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { CodingFields } from "@/components/tag/rounds/coding-fields";
import { PREVIOUS_CONTRIBUTION, SKIPPED_CONTRIBUTION } from "@/components/tag/rounds/round-links";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { KeyedLink } from "@/components/ui/navigation/keyed-link";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { choiceOf } from "@/lib/tag/rounds/round-choices";
import { getRoundContribution } from "@/lib/tag/rounds/queries/round-contributions";
import { listRoundThemes } from "@/lib/tag/rounds/queries/round-themes";
import { judge } from "../../actions";
import { readRound } from "../../read-round";

export const metadata: Metadata = { title: "Code your contributions" };

const Position = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/code">;

export default async function CodePage({ params, searchParams }: Props) {
  const { viewer, review, round, mine, here, crumbs } = await readRound(params);
  const breadcrumb = [...crumbs.slice(1), { label: "Code" }];
  const closed = !mine
    ? "You are not a coder in this round"
    : mine.finishedAt
      ? "You have finished this round"
      : round.state === "open"
        ? null
        : "This round is no longer being coded";
  const position = Position.parse((await searchParams).contribution);
  const found = closed ? null : await forPage(getRoundContribution(viewer, round, position));
  if (!mine || !found)
    return (
      <>
        <PageHeader title="Code your contributions" breadcrumb={breadcrumb} />
        <EmptyState
          title={closed ?? "There are no contributions left in this round"}
          action={<Link href={here}>Back to the round</Link>}
        >
          {mine?.finishedAt && "The themes you set are saved."}
        </EmptyState>
      </>
    );
  const { contribution, set, memo, previous, next, read } = found;
  const themes = await listRoundThemes(viewer, round.id);
  const roundtables = await listRoundtableTitles(viewer, review.id);
  const at = (place: number) => `${here}/code?contribution=${place}`;
  const where = roundtables.find(({ id }) => id === contribution.roundtableId)?.title ?? "";
  return (
    <>
      <PageHeader
        title="Code your contributions"
        breadcrumb={breadcrumb}
        actions={
          <>
            <Link href={`${here}/code`}>First unread contribution</Link>
            <Link href={`${here}/finish`}>Finish your part</Link>
          </>
        }
      />
      <Form
        key={contribution.id}
        action={judge}
        submitLabel="Save and next"
        submitKey="Enter"
        footed
        actions={
          <>
            {previous !== null && (
              <KeyedLink id={PREVIOUS_CONTRIBUTION} href={at(previous)} shortcut="ArrowLeft">
                Previous
              </KeyedLink>
            )}
            {next !== null && (
              <KeyedLink id={SKIPPED_CONTRIBUTION} href={at(next)} shortcut="n">
                Skip
              </KeyedLink>
            )}
            <Progress
              read={mine.read}
              contributions={round.contributions}
              position={found.position}
              again={read}
            />
          </>
        }
      >
        <input type="hidden" name="roundId" value={round.id} />
        <input type="hidden" name="contributionId" value={contribution.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <input type="hidden" name="number" value={round.number} />
        <CodingFields
          contribution={{ ...shownContribution(contribution), stance: null, where }}
          question={contribution.question?.text ?? null}
          themes={themes}
          set={set.map(({ themeId, stance }) => choiceOf(themeId, stance))}
          memo={memo}
          focused={position !== undefined}
        />
      </Form>
    </>
  );
}

type ProgressProps = { read: number; contributions: number; position: number; again: boolean };

function Progress({ read, contributions, position, again }: ProgressProps) {
  return (
    <p className="basis-full text-sm text-soft sm:ml-auto sm:basis-auto">
      {read} of {contributions} contributions read · this is contribution {position}
      {again && ", which you have read"}
    </p>
  );
}
