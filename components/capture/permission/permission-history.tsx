import { Details } from "@/components/ui/details";
import type { PastPermission } from "@/lib/capture/people/participant";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { formatInstant } from "@/lib/platform/text/dates";

/** Every earlier choice: since when, by what means, under which wording, and who recorded it. */
export function PermissionHistory({ permissions }: { permissions: readonly PastPermission[] }) {
  if (permissions.length === 0) return null;
  return (
    <Details summary={`History of permission (${permissions.length})`}>
      <ul className="grid gap-2">
        {permissions.map((one) => (
          <li key={one.id}>
            {PERMISSION_WORDS[one.level]}
            <span className="block text-meta text-soft">{originOf(one)}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function originOf({ from, until, means, wording, older, by }: PastPermission): string {
  const time = `From ${formatInstant(from)}${until ? ` to ${formatInstant(until)}` : ""}.`;
  const who = by ? `, recorded by ${by}` : ", chosen by the participant";
  return `${time} ${MEANS_WORDS[means]}${who}. Wording ${wording}${older ? ", which has since changed" : ""}.`;
}
