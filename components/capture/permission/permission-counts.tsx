import { Link } from "@/components/ui/link";
import type { PermissionCounts } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS } from "@/lib/capture/people/permission-choices";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

type Props = { counts: PermissionCounts; here: string; filtered: boolean };

/** How many participants made each choice, with a link to those whose choice is missing. */
export function PermissionCounts({ counts, here, filtered }: Props) {
  const words = [
    ...PERMISSION_LEVELS.map((level) => `${PERMISSION_WORDS[level]}: ${counts[level]}`),
    `${NO_PERMISSION}: ${counts.unrecorded}`,
  ].join(", ");
  return (
    <p className="mb-5 flex flex-wrap gap-x-5 gap-y-1">
      <b>Permission</b>
      <span>{words}</span>
      {filtered ? (
        <Link href={here}>Show everybody</Link>
      ) : (
        counts.unrecorded > 0 && <Link href={`${here}?permission=none`}>Show people with none recorded</Link>
      )}
    </p>
  );
}
