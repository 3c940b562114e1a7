import type { Sign } from "@/lib/capture/grammar";
import { Kbd } from "@/components/ui/kbd";

const SIGNS: { sign: Sign; shown: string; word: string; says: string }[] = [
  { sign: "@", shown: "@", word: "speaker", says: "Choose the speaker" },
  { sign: "#", shown: "#", word: "theme", says: "Choose a theme" },
  { sign: "+", shown: "+", word: "strength", says: "Mark as a strength" },
  { sign: "-", shown: "−", word: "improvement", says: "Mark as an improvement" },
  { sign: "!", shown: "!", word: "ask", says: "Mark as an ask" },
  { sign: "?", shown: "?", word: "question", says: "Choose the question" },
  { sign: "/", shown: "/", word: "commands", says: "Choose a command" },
];

type Props = { onSign: (sign: Sign) => void; onEditLast: () => void };

/** The grammar, taught where it is used: each sign is a button as well. */
export function SignButtons({ onSign, onEditLast }: Props) {
  const look =
    "inline-flex min-h-8 min-w-8 cursor-pointer items-center gap-1.5 rounded text-sm text-soft hover:text-ink pointer-coarse:min-h-11";
  return (
    <ul
      className="mt-1.5 flex flex-wrap justify-between gap-x-1 sm:justify-start sm:gap-x-4"
      aria-label="Signs that can be typed, or pressed here"
    >
      {SIGNS.map(({ sign, shown, word, says }) => (
        <li key={sign}>
          <button
            type="button"
            aria-label={`${says} (${shown})`}
            className={look}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSign(sign)}
          >
            <Kbd>{shown}</Kbd> <span className="hidden sm:inline">{word}</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          aria-label="Edit the last line (arrow up)"
          className={look}
          onClick={onEditLast}
        >
          <Kbd>↑</Kbd> <span className="hidden sm:inline">edit last</span>
        </button>
      </li>
    </ul>
  );
}
