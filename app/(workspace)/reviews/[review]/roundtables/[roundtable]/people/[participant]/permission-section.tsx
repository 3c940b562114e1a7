import { PermissionField } from "@/components/capture/permission/permission-fields";
import { PermissionHistory } from "@/components/capture/permission/permission-history";
import { PermissionSlips } from "@/components/capture/permission/permission-slips";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/form/select";
import type { Participant, PastPermission } from "@/lib/capture/people/participant";
import { TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { LINK_DAYS } from "@/lib/capture/permission/permission";
import { MEANS_WORDS } from "@/lib/capture/people/permission-level";
import { formatDate } from "@/lib/platform/text/dates";
import type { RoundtableSlugs } from "../../read-roundtable";
import { endLink, makeLink, permit } from "../permission-actions";

/** Means that only a participant's own link records. */
const TOLD = TOLD_MEANS.map((value) => ({ value, label: MEANS_WORDS[value] }));

type Props = {
  slugs: RoundtableSlugs;
  participant: Participant & { permissions: PastPermission[] };
  linkExpiresAt: Date | null;
};

/** A participant's permission: recorded by a facilitator, or by themselves through a link. */
export function PermissionSection({ slugs, participant, linkExpiresAt }: Props) {
  const { id, permission, choice, permissions, host } = participant;
  return (
    <section aria-labelledby="permission" className="grid gap-6">
      <h2 id="permission">Permission</h2>
      {choice?.older && (
        <Notice title={`this choice was made under wording ${choice.wording}`}>
          The wording has changed since then. Their choice still applies, but ask them if they want to keep
          it.
        </Notice>
      )}
      <Form action={permit.bind(null, slugs)} submitLabel="Record permission">
        <input type="hidden" name="participantId" value={id} />
        <input type="hidden" name="seen" value={permission ?? ""} />
        <PermissionField name="level" level={permission} />
        <Select name="means" label="How they said so" options={TOLD} />
      </Form>
      <PermissionHistory permissions={permissions} />
      {!host && <OwnLink id={id} expiresAt={linkExpiresAt} />}
    </section>
  );
}

function OwnLink({ id, expiresAt }: { id: string; expiresAt: Date | null }) {
  return (
    <div className="grid gap-4">
      <h3>Their own link</h3>
      <p className="max-w-measure">
        {expiresAt
          ? `They have a link that works until ${formatDate(expiresAt)}. A new link replaces it.`
          : `They read the wording and choose for themselves. A link works for ${LINK_DAYS} days.`}
      </p>
      <PermissionSlips action={makeLink} submitLabel={expiresAt ? "Make a new link" : "Make a link"}>
        <input type="hidden" name="participantId" value={id} />
      </PermissionSlips>
      {expiresAt && (
        <Form action={endLink} submitLabel="End the link" submitVariant="quiet">
          <input type="hidden" name="participantId" value={id} />
        </Form>
      )}
    </div>
  );
}
