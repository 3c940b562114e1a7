import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { EditFields } from "@/components/capture/contribution/edit-fields";
import { questionOptions, speakerOptions } from "@/components/capture/contribution/contribution-choices";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { sourceAnswer } from "@/lib/capture/contribution/source-answer";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { removedWords } from "@/lib/capture/contribution/contribution-words";
import { readContribution } from "../read-contribution";
import { edit, restore, strike } from "./actions";

export const metadata: Metadata = { title: "Edit a contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]/edit">;

export default async function EditContribution({ params, searchParams }: Props) {
  const { viewer, contribution, roundtable, crumbs, here, record } = await readContribution(params);
  const participants = await listParticipants(viewer, roundtable.id);
  const back =
    (await searchParams).from === "capture" ? `${record}/capture#contribution-${contribution.id}` : here;
  const problem = contribution.erasedAt
    ? removedWords(contribution.speaker)
    : recordingProblem(roundtable.state);
  return (
    <>
      <PageHeader
        title="Edit a contribution"
        breadcrumb={[...crumbs, { label: "Contribution", href: here }, { label: "Edit" }]}
      />
      {problem ? (
        <p className="max-w-measure">
          {problem} <Link href={record}>The roundtable’s page</Link>
        </p>
      ) : (
        <>
          <Form action={edit.bind(null, back)} submitLabel="Save" actions={<Link href={back}>Cancel</Link>}>
            <input type="hidden" name="id" value={contribution.id} />
            <EditFields
              now={{ revision: contribution.revision, text: contribution.text }}
              contribution={{
                kind: contribution.wording,
                source: sourceAnswer({
                  source: contribution.source,
                  participantId: contribution.speaker?.participantId ?? null,
                }),
                questionId: contribution.question?.id ?? "",
                stance: contribution.stance ?? "",
              }}
              speakers={speakerOptions(participants)}
              questions={questionOptions(roundtable.questions)}
              stances={STANCE_ORDER.map((value) => ({
                value,
                label: `${STANCES[value].sign} ${STANCES[value].word}`,
              }))}
            />
          </Form>
          <div className="mt-10">
            {contribution.struckAt ? (
              <Form action={restore.bind(null, back)} submitLabel="Restore" submitVariant="quiet">
                <input type="hidden" name="id" value={contribution.id} />
                <input type="hidden" name="revision" value={contribution.revision} />
              </Form>
            ) : (
              <Details summary="Strike this contribution out">
                <Form action={strike.bind(null, back)} submitLabel="Strike it out" submitVariant="danger">
                  <input type="hidden" name="id" value={contribution.id} />
                  <input type="hidden" name="revision" value={contribution.revision} />
                  <p>
                    It stays in the record, crossed out, and is removed from every list, figure and report.
                    You can restore it.
                  </p>
                </Form>
              </Details>
            )}
          </div>
        </>
      )}
    </>
  );
}
