import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/form/select";
import { forPage } from "@/lib/access/page";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { countOf } from "@/lib/platform/text/count-words";
import { settleFileSpeakers } from "../../actions";
import { LeaveFile } from "../../leave-file";
import { readStep } from "../../read-import";

export const metadata: Metadata = { title: "Who the speakers are" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/import/[import]/speakers">;

/** Speakers who are asked about one by one; the rest have few contributions each, and share one answer. */
const SHOWN = 150;

const OTHERS = [
  { value: "new", label: "A new participant" },
  { value: "host", label: "A new host or official" },
  { value: "unknown", label: "Unknown participant" },
  { value: "out", label: "Leave these contributions out" },
];

export default async function SpeakersPage({ params }: Props) {
  const { viewer, roundtable, found, slugs, crumbs, href } = await readStep(params);
  if (!found.columns.settled) redirect(href());
  const { list } = found.speakers;
  if (list.length === 0) redirect(href("/check"));
  const people = await forPage(listParticipants(viewer, roundtable.id));
  const options = [
    ...OTHERS,
    ...people
      .filter(({ erased }) => !erased)
      .map(({ id, label, description }) => ({
        value: id,
        label: description ? `${label}: ${description}` : label,
      })),
  ];
  return (
    <>
      <PageHeader
        title="Who the speakers are"
        breadcrumb={[...crumbs, { label: found.fileName, href: href() }]}
      />
      <p className="max-w-measure">
        The file names {countOf(list.length, "speaker")}. We have matched speakers to participants with the
        same label or name. Check them. A new participant gets a label, their name is stored separately from
        what is said, and no permission is recorded.
      </p>
      <Form
        action={settleFileSpeakers.bind(null, slugs)}
        submitLabel="Continue"
        className="mt-6"
        actions={
          <ButtonLink href={href()} variant="quiet">
            Back
          </ButtonLink>
        }
      >
        <input type="hidden" name="importId" value={found.id} />
        <input type="hidden" name="basedOn" value={found.basedOn} />
        {list.slice(0, SHOWN).map(({ name, contributions, as }, index) => (
          <Select
            key={name}
            name={`speaker-${index}`}
            label={name}
            hint={countOf(contributions, "contribution")}
            defaultValue={as}
            options={options}
          />
        ))}
        {list.length > SHOWN && (
          <Select
            name="rest"
            label={`All ${countOf(list.length - SHOWN, "further speaker")}`}
            hint="Speakers that we matched to a participant stay matched."
            defaultValue="new"
            options={OTHERS.filter(({ value }) => value !== "host")}
          />
        )}
      </Form>
      <LeaveFile importId={found.id} slugs={slugs} />
    </>
  );
}
