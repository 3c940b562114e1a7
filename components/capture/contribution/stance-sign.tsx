import { STANCES, type Stance } from "@/lib/capture/contribution/stance";

const COLOUR: Record<Stance, { text: string; fill: string }> = {
  strength: { text: "text-strength", fill: "bg-strength" },
  improvement: { text: "text-improvement", fill: "bg-improvement" },
  ask: { text: "text-ask", fill: "bg-ask" },
  observation: { text: "text-observation", fill: "bg-observation" },
};

/** The stance as sign, word and colour. */
export function StanceSign({ stance }: { stance: Stance }) {
  const { sign, word } = STANCES[stance];
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm leading-tight font-bold ${COLOUR[stance].text}`}
    >
      <span
        aria-hidden
        className={`grid size-[1.125rem] shrink-0 place-items-center rounded-sm text-paper forced-colors:border ${COLOUR[stance].fill}`}
      >
        {sign}
      </span>
      {word}
    </span>
  );
}
