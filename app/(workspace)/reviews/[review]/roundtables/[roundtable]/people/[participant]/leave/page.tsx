import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { WaysOut } from "@/components/capture/protection/ways-out";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import type { LeavingPreview } from "@/lib/capture/protection/leaving";
import { previewLeaving } from "@/lib/capture/protection/queries/leaving-preview";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { roundtableHref } from "../../../read-roundtable";
import { readParticipant } from "../read-participant";
import { comeBack, leave } from "./actions";

export const metadata: Metadata = { title: "A person leaves" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]/leave">;

export default async function LeaveReview({ params }: Props) {
  const { viewer, review, slugs, crumbs, participant } = await readParticipant(params);
  const preview = await forPage(previewLeaving(viewer, participant.personId));
  const back = roundtableHref(slugs, `people/${participant.id}`);
  const cancel = <Link href={back}>Cancel</Link>;
  return (
    <>
      <PageHeader
        title={
          preview.leftAt ? `${participant.label} left this review` : `${participant.label} leaves this review`
        }
        breadcrumb={[...crumbs, { label: participant.label, href: back }, { label: "Leave" }]}
        meta={preview.leftAt && `On ${formatInstant(preview.leftAt)}`}
      />
      {preview.erasedAt ? (
        <Notice title="this person was erased at their request">There is nothing left to change.</Notice>
      ) : preview.leftAt ? (
        <Form
          action={comeBack.bind(null, slugs)}
          submitLabel="Take them back into the review"
          submitVariant="quiet"
          actions={cancel}
        >
          <input type="hidden" name="personId" value={preview.personId} />
          <p className="max-w-measure">
            What they permitted before applies again, and you can log contributions as theirs. You have to
            enter their email address and make their link again.
          </p>
        </Form>
      ) : (
        <>
          <WaysOut
            here="leave"
            participantHref={back}
            mayErase={can(viewer, "person.erase", { reviewId: review.id })}
          />
          <Form action={leave.bind(null, slugs)} submitLabel="This person leaves the review" actions={cancel}>
            <input type="hidden" name="personId" value={preview.personId} />
            <Consequences preview={preview} />
          </Form>
        </>
      )}
    </>
  );
}

function Consequences({ preview }: { preview: LeavingPreview }) {
  const { contributions, roundtables, links, email, account, consequences } = preview;
  const ends = [
    "From now on, nobody can log a contribution as theirs.",
    `What they permit becomes “Not to be published”, at ${countOf(roundtables, "roundtable")}.`,
    links > 0 &&
      `${countOf(links, "link")} for making their own choice ${links === 1 ? "stops" : "stop"} working.`,
    email && "Their email address is deleted.",
    account && "This person is no longer linked to their account.",
    ...consequences.filter(({ undone }) => undone).map(said),
  ].filter((one) => one !== false);
  const out = consequences.filter(({ undone }) => !undone).map(said);
  return (
    <div className="grid max-w-measure gap-5">
      <CountedList title="What ends" items={ends} />
      <CountedList
        title="What stays"
        items={[
          `${countOf(contributions, "contribution")} of theirs. Facilitators can still read them, and every figure still counts them.`,
          "Their name, so that you can record that they take part again.",
        ]}
      />
      {out.length > 0 && <CountedList title="What we cannot withdraw" items={out} />}
    </div>
  );
}

function said({ what, count }: { what: string; count: number }): string {
  return `${count.toLocaleString("en-GB")} ${what}.`;
}

function CountedList({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h2 className="text-subheading">{title}</h2>
      <ul className="mt-1 list-disc pl-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
