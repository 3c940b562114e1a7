import { Link } from "@/components/ui/link";
import { SchoolField } from "@/components/capture/people/school-field";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import type { IdentityOf } from "@/lib/capture/people/participant";
import type { School } from "@/lib/capture/people/school";
import { roundtableHref, type RoundtableSlugs } from "../../read-roundtable";
import { name } from "../actions";

type Props = {
  slugs: RoundtableSlugs;
  participantId: string;
  personId: string;
  /** Whether somebody asked to see the name. */
  named: boolean;
  identity: IdentityOf | undefined;
  school: School | null;
};

/** A person's name and organisation, kept separately from their contributions, and shown on request. */
export function NameSection({ slugs, participantId, personId, named, identity, school }: Props) {
  const chosen = school ?? { name: identity?.organisation ?? null, urn: identity?.schoolUrn ?? null };
  return (
    <section aria-labelledby="name">
      <h2 id="name" className="mb-4">
        Name
      </h2>
      {named ? (
        <Form action={name.bind(null, slugs)} submitLabel="Save name">
          <input type="hidden" name="personId" value={personId} />
          <TextInput name="name" label="Name" optional autoComplete="off" defaultValue={identity?.name} />
          <SchoolField
            key={chosen.urn}
            organisation={chosen.name}
            schoolUrn={chosen.urn}
            lookUpHref={roundtableHref(slugs, `people/school?participant=${participantId}`)}
          />
          <TextInput
            name="email"
            type="email"
            label="Email address"
            optional
            autoComplete="off"
            {...(identity?.email ? { defaultValue: identity.email } : {})}
          />
        </Form>
      ) : (
        <p className="max-w-measure">
          The name is stored separately from what was said.{" "}
          <Link href={`${roundtableHref(slugs, `people/${participantId}`)}?names=1#name`}>
            Show and change the name
          </Link>
          . The audit log will record that you did.
        </p>
      )}
    </section>
  );
}
