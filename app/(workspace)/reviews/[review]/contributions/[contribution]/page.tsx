import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { AmendmentList } from "@/components/capture/contribution/amendment-list";
import { RecordContribution } from "@/components/capture/contribution/record-contribution";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { decidedWords } from "@/components/tag/coding/status-words";
import { coderOf } from "@/components/tag/coding/taggings";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Quote } from "@/components/ui/quote";
import { SummaryList } from "@/components/ui/summary-list";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { PARTICIPANTS_SAID, type Source } from "@/lib/capture/roundtable/source";
import type { Contribution, PastContribution } from "@/lib/capture/contribution/contribution";
import { isOpen } from "@/lib/capture/contribution/counted-words";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import { getLateAt } from "@/lib/capture/session/queries/late-entries";
import { listRevisions } from "@/lib/capture/contribution/queries/contributions";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { WORDING_WORDS, removedWords } from "@/lib/capture/contribution/contribution-words";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { formatInstant } from "@/lib/platform/text/dates";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { UNCODED } from "@/lib/tag/coding/tagging";
import { readContribution } from "./read-contribution";

export const metadata: Metadata = { title: "Contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]">;

export default async function Contribution({ params }: Props) {
  const { viewer, review, contribution, roundtable, crumbs, here, record } = await readContribution(params);
  const revisions = await listRevisions(viewer, contribution.id);
  const amendments = await listAmendments(viewer, contribution.id);
  const lateAt = await getLateAt(viewer, contribution.id);
  const subject = { reviewId: review.id };
  const open = contribution.erasedAt === null && recordingProblem(roundtable.state) === null;
  const amendable = roundtable.state === "closed" && isOpen(contribution);
  const clearable = isClearable(contribution) && can(viewer, "contribution.clear", subject);
  return (
    <>
      <RefreshOnChange
        watch={{ reviewId: review.id, roundtableId: roundtable.id }}
        kind="roundtable.changed"
      />
      <PageHeader
        title="Contribution"
        breadcrumb={[...crumbs, { label: "Contribution" }]}
        actions={
          <>
            {open && can(viewer, "contribution.record", subject) && (
              <ButtonLink href={`${here}/edit`} variant="quiet" size="small">
                Edit
              </ButtonLink>
            )}
            {amendable && can(viewer, "contribution.amend", subject) && (
              <ButtonLink href={`${here}/amend`} variant="quiet" size="small">
                Amend
              </ButtonLink>
            )}
            {clearable && (
              <ButtonLink href={`${here}/clear`} variant="quiet" size="small">
                {contribution.clearance ? "Change what is cleared" : "Clear for reviewers"}
              </ButtonLink>
            )}
          </>
        }
      />
      <RecordContribution
        contribution={contribution}
        signs={contribution.stance && <StanceSign stance={contribution.stance} />}
      />
      <div className="mt-8 grid gap-10">
        <AmendmentList amendments={amendments} />
        <SummaryList
          rows={[
            {
              key: "Roundtable",
              value: <Link href={record}>{roundtable.title}</Link>,
            },
            ...(contribution.question
              ? [
                  {
                    key: "Question",
                    value: `${contribution.question.position}. ${contribution.question.text}`,
                  },
                ]
              : []),
            { key: "Wording", value: WORDING_WORDS[contribution.wording] },
            {
              key: "Recorded",
              value: `By ${contribution.recordedBy}; ${contribution.timeKnown ? `said on ${formatInstant(contribution.saidAt)}` : "no time given in the file"}`,
            },
            ...(lateAt
              ? [
                  {
                    key: "Added after closing",
                    value: `It arrived after the roundtable closed and was accepted on ${formatInstant(lateAt)}`,
                  },
                ]
              : []),
            ...(contribution.speaker
              ? [
                  {
                    key: "Permission",
                    value: contribution.permission
                      ? PERMISSION_WORDS[contribution.permission]
                      : NO_PERMISSION,
                  },
                ]
              : []),
            { key: "Clearance", value: clearanceOf(contribution) },
            { key: "Themes", value: await themesOf(viewer, review.id, contribution.id) },
          ]}
        />
        <History revisions={revisions} speaker={contribution.speaker} />
      </div>
    </>
  );
}

function isClearable(contribution: Contribution): boolean {
  const said: readonly Source[] = PARTICIPANTS_SAID;
  return said.includes(contribution.source) && isOpen(contribution);
}

function clearanceOf(contribution: Contribution) {
  if (contribution.clearance)
    return <Quote source="What others may read">{contribution.clearance.text}</Quote>;
  return isClearable(contribution)
    ? "Not cleared: only facilitators can read it"
    : "Only facilitators can ever read it";
}

async function themesOf(viewer: Parameters<typeof listThemes>[0], reviewId: string, contributionId: string) {
  const themes = await forPage(listThemes(viewer, reviewId, { retired: true }));
  const { coding } = await listCoding(viewer, [contributionId]);
  const { taggings, decided, blindRound } = coding[contributionId] ?? UNCODED;
  if (blindRound) return `Hidden until you finish the coding round “${blindRound.title}”`;
  if (taggings.length === 0 && decided.length === 0) return "None set";
  const find = (themeId: string) => themes.find(({ id }) => id === themeId);
  return (
    <ul className="grid gap-1.5">
      {decided.map(({ themeId, stances, round }) => (
        <li key={themeId}>{decidedWords(find(themeId)?.title ?? "", stances, round)}</li>
      ))}
      {taggings.map((tagging) => {
        const { id, themeId, stance } = tagging;
        const theme = find(themeId);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {theme && (
              <ThemeChip
                title={theme.title}
                colour={theme.colour}
                axis={theme.axis}
                retired={theme.retired}
              />
            )}
            <StanceSign stance={stance} />
            <span className="text-sm text-soft">by {coderOf(tagging)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function History({
  revisions,
  speaker,
}: {
  revisions: readonly PastContribution[];
  speaker: Contribution["speaker"];
}) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">Earlier versions</h2>
      <ol className="mt-3 grid gap-4">
        {revisions.map(({ revision, text, wording, endedAt, endedBy }) => (
          <li key={revision}>
            <Quote
              source={`${WORDING_WORDS[wording]}, until ${endedBy} changed it on ${formatInstant(endedAt)}`}
            >
              {text || removedWords(speaker)}
            </Quote>
          </li>
        ))}
      </ol>
    </section>
  );
}
