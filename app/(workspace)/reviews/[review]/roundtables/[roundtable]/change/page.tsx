import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RoundtableFields } from "@/components/capture/roundtable/roundtable-fields";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/form/text-input";
import { Textarea } from "@/components/ui/form/textarea";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { change } from "./actions";

export const metadata: Metadata = { title: "Change a roundtable" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/change">;

export default async function ChangeRoundtable({ params }: Props) {
  const { review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const back = roundtableHref(slugs);
  return (
    <>
      <PageHeader title="Change details and questions" breadcrumb={[...crumbs, { label: "Change" }]} />
      {roundtable.state === "closed" ? (
        <Notice title="this roundtable is closed">
          You cannot change its record. <Link href={back}>Back to its page</Link>.
        </Notice>
      ) : (
        <Form
          action={change.bind(null, slugs)}
          submitLabel="Save changes"
          actions={<Link href={back}>Cancel</Link>}
        >
          <input type="hidden" name="id" value={roundtable.id} />
          <input type="hidden" name="revision" value={roundtable.revision} />
          <RoundtableFields review={review} roundtable={roundtable} />
          {roundtable.questions.map(({ id, position, text }) => (
            <TextInput
              key={id}
              name={`question-${id}`}
              label={`Question ${position}`}
              defaultValue={text}
              {...(position === 1
                ? {
                    hint: "To remove a question, delete its text. You cannot remove a question that has contributions under it.",
                  }
                : {})}
            />
          ))}
          <Textarea
            name="questions"
            label="More questions"
            hint="Enter one on each line."
            optional
            rows={3}
          />
        </Form>
      )}
    </>
  );
}
