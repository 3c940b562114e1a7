import { Button } from "@/components/ui/button";
import { ParticipantFields } from "@/components/capture/people/participant-fields";
import { PermissionField } from "@/components/capture/permission/permission-fields";
import { SchoolField } from "@/components/capture/people/school-field";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { School } from "@/lib/capture/people/school";
import { roundtableHref, type RoundtableSlugs } from "../../read-roundtable";
import { register } from "../actions";

type Other = { personId: string; label: string; description: string; roundtable: string };
type Props = {
  slugs: RoundtableSlugs;
  roundtableId: string;
  others: readonly Other[];
  /** A school chosen on the page for looking up schools, which fills in the form. */
  school: School | null;
  /** Whether somebody was added just now, so that the next name can be typed at once. */
  again: boolean;
};

export function AddParticipant({ slugs, roundtableId, others, school, again }: Props) {
  return (
    <Form
      action={register.bind(null, slugs)}
      submitLabel="Add participant"
      actions={
        <Button type="submit" name="then" value="another" variant="quiet">
          Add and start another
        </Button>
      }
    >
      <input type="hidden" name="roundtableId" value={roundtableId} />
      {others.length > 0 && (
        <Select
          name="personId"
          label="Someone already registered"
          hint="If they came to another roundtable, choose them here, so that they count as one person."
          optional
          placeholder="Someone new"
          options={others.map(({ personId, label, description, roundtable: where }) => ({
            value: personId,
            label: [`${label} of ${where}`, description].filter(Boolean).join(": "),
          }))}
        />
      )}
      <TextInput
        name="name"
        label="Name"
        hint="Stored separately from what is said, and shown only when somebody asks for it."
        optional
        autoComplete="off"
        autoFocus={again}
      />
      <SchoolField
        key={school?.urn}
        organisation={school?.name ?? null}
        schoolUrn={school?.urn ?? null}
        lookUpHref={roundtableHref(slugs, "people/school")}
      />
      <TextInput name="email" type="email" label="Email address" optional autoComplete="off" />
      <ParticipantFields known={school ?? undefined} />
      <PermissionField name="permission" />
    </Form>
  );
}
