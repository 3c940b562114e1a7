import { permissionWords } from "@/lib/capture/people/permission-level";
import type { Participant } from "@/lib/capture/people/participant";

/** Who is present, and how often each was recorded; who was not heard yet is said in words. */
export function WhoTakesPart({ participants }: { participants: readonly Participant[] }) {
  const present = participants.filter((one) => one.present && !one.host && !one.erased);
  const silent = present.filter(({ contributions }) => contributions === 0).length;
  return (
    <>
      <h2 className="text-subheading">In the room</h2>
      <p className="text-sm text-soft">
        {present.length === 0
          ? "Nobody is registered as present."
          : silent === 0
            ? "Everybody was heard."
            : `${silent} of ${present.length} not yet heard.`}
      </p>
      <ul className="mt-2 text-meta">
        {[...present]
          .sort((a, b) => b.contributions - a.contributions)
          .map(({ id, label, description, permission, contributions }) => (
            <li key={id} className="grid grid-cols-[3.25rem_1fr_auto] gap-x-2 border-b border-faint py-1.5">
              <b className={contributions === 0 ? "text-warning" : undefined}>{label}</b>
              <span className={contributions === 0 ? "text-warning" : undefined}>
                {[description, contributions === 0 && "not yet heard"].filter(Boolean).join(", ")}
                <span className="block text-sm text-soft">{permissionWords(permission)}</span>
              </span>
              <span className="tabular-nums">{contributions}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
