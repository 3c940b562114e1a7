import type { Sign } from "@/lib/capture/session/grammar";
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
  // On a phone the word stands under its sign, in two rows of four.
  const look =
    "flex w-full min-h-8 cursor-pointer flex-col items-center justify-center gap-0.5 rounded text-xs text-soft hover:text-ink pointer-coarse:min-h-11 sm:inline-flex sm:w-auto sm:min-w-8 sm:flex-row sm:gap-1.5 sm:text-sm";
  return (
    <ul
      className="mt-1.5 grid grid-cols-4 gap-x-1 sm:flex sm:flex-wrap sm:gap-x-4"
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
            <Kbd>{shown}</Kbd> <span>{word}</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          aria-label="Edit the last contribution (arrow up)"
          className={look}
          onClick={onEditLast}
        >
          <Kbd>↑</Kbd> <span>edit last</span>
        </button>
      </li>
    </ul>
  );
}
