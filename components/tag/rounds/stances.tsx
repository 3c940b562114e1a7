import { StanceSign } from "@/components/capture/contribution/stance-sign";
import type { Stance } from "@/lib/capture/contribution/stance";

/** The stances with which a theme is on a contribution, or that it is absent. */
export function Stances({ stances }: { stances: readonly Stance[] }) {
  if (stances.length === 0) return <>Not on this contribution</>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {stances.map((stance) => (
        <StanceSign key={stance} stance={stance} />
      ))}
    </span>
  );
}
