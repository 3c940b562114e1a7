import { STANCES, type Stance } from "@/lib/capture/contribution/stance";

/** The stance as sign, word and colour. */
export function StanceSign({ stance }: { stance: Stance }) {
  const { sign, word } = STANCES[stance];
  return (
    <span className={`stance-sign ${stance}`}>
      <span aria-hidden>{sign}</span>
      {word}
    </span>
  );
}
