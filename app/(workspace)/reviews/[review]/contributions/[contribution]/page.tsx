import type { Metadata } from "next";
import Link from "next/link";
import { AmendmentList } from "@/components/capture/contribution/amendment-list";
import { RecordLine } from "@/components/capture/contribution/record-line";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { decidedWords } from "@/components/tag/coding/status-words";
import { coderOf } from "@/components/tag/coding/taggings";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Quote } from "@/components/ui/quote";
import { SummaryList } from "@/components/ui/summary-list";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { PARTICIPANTS_SAID, type Source } from "@/lib/capture/roundtable/source";
import { type Line, type PastLine } from "@/lib/capture/contribution/contribution";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import { getLateAt } from "@/lib/capture/session/queries/late";
import { listRevisions } from "@/lib/capture/contribution/queries/lines";
import { recordingProblem } from "@/lib/capture/roundtable/roundtable";
import { KIND_WORDS, removedWords } from "@/lib/capture/contribution/contribution-words";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { formatInstant } from "@/lib/platform/dates";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { UNCODED } from "@/lib/tag/coding/tagging";
import { readLine } from "./read-line";

export const metadata: Metadata = { title: "Contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]">;

export default async function Contribution({ params }: Props) {
  const { viewer, review, line, roundtable, crumbs, here, record } = await readLine(params);
  const revisions = await listRevisions(viewer, line.id);
  const amendments = await listAmendments(viewer, line.id);
  const lateAt = await getLateAt(viewer, line.id);
  const subject = { reviewId: review.id };
  const open = line.erasedAt === null && recordingProblem(roundtable.state) === null;
  const amendable = roundtable.state === "closed" && line.erasedAt === null && line.struckAt === null;
  const clearable = isClearable(line) && can(viewer, "contribution.clear", subject);
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
            {amendable && can(viewer, "line.amend", subject) && (
              <ButtonLink href={`${here}/amend`} variant="quiet" size="small">
                Amend
              </ButtonLink>
            )}
            {clearable && (
              <ButtonLink href={`${here}/clear`} variant="quiet" size="small">
                {line.clearance ? "Change what is cleared" : "Clear for reviewers"}
              </ButtonLink>
            )}
          </>
        }
      />
      <RecordLine line={line} signs={line.stance && <StanceSign stance={line.stance} />} />
      <div className="mt-8 grid gap-10">
        <AmendmentList amendments={amendments} />
        <SummaryList
          rows={[
            {
              key: "Roundtable",
              value: <Link href={record}>{roundtable.title}</Link>,
            },
            ...(line.question
              ? [{ key: "Question", value: `${line.question.position}. ${line.question.text}` }]
              : []),
            { key: "Kind", value: KIND_WORDS[line.kind] },
            {
              key: "Recorded",
              value: `By ${line.recordedBy}; ${line.timeKnown ? `said on ${formatInstant(line.saidAt)}` : "no time given in the file"}`,
            },
            ...(lateAt
              ? [
                  {
                    key: "Added after closing",
                    value: `It arrived after the roundtable closed and was accepted on ${formatInstant(lateAt)}`,
                  },
                ]
              : []),
            ...(line.speaker
              ? [
                  {
                    key: "Permission",
                    value: line.permission ? PERMISSION_WORDS[line.permission] : NO_PERMISSION,
                  },
                ]
              : []),
            { key: "Clearance", value: clearanceOf(line) },
            { key: "Themes", value: await themesOf(viewer, review.id, line.id) },
          ]}
        />
        <History revisions={revisions} speaker={line.speaker} />
      </div>
    </>
  );
}

function isClearable({ source, erasedAt, struckAt }: Line): boolean {
  const said: readonly Source[] = PARTICIPANTS_SAID;
  return said.includes(source) && erasedAt === null && struckAt === null;
}

function clearanceOf(line: Line) {
  if (line.clearance) return <Quote source="What others may read">{line.clearance.text}</Quote>;
  return isClearable(line)
    ? "Not cleared: only facilitators can read it"
    : "Only facilitators can ever read it";
}

async function themesOf(viewer: Parameters<typeof listThemes>[0], reviewId: string, lineId: string) {
  const themes = await forPage(listThemes(viewer, reviewId, { retired: true }));
  const { taggings, decided, apart } = (await listCoding(viewer, [lineId])).get(lineId) ?? UNCODED;
  if (apart) return `Hidden until you finish the coding round “${apart.title}”`;
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

function History({ revisions, speaker }: { revisions: readonly PastLine[]; speaker: Line["speaker"] }) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">Earlier versions</h2>
      <ol className="mt-3 grid gap-4">
        {revisions.map(({ revision, text, kind, endedAt, endedBy }) => (
          <li key={revision}>
            <Quote source={`${KIND_WORDS[kind]}, until ${endedBy} changed it on ${formatInstant(endedAt)}`}>
              {text || removedWords(speaker)}
            </Quote>
          </li>
        ))}
      </ol>
    </section>
  );
}
