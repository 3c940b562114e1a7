import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { KeyHint } from "@/components/ui/key-hint";
import type { Sign } from "@/lib/capture/session/bar/grammar";

type SignWords = { sign: Sign; shown: string; word: string; says: string };

/** The four stances, in the order in which they are offered everywhere. */
const STANCE_SIGNS: SignWords[] = [
  { sign: "+", shown: "+", word: "strength", says: "Mark as a strength (+)" },
  { sign: "-", shown: "−", word: "improvement", says: "Mark as an improvement (−)" },
  { sign: "!", shown: "!", word: "ask", says: "Mark as an ask (!)" },
  { sign: "·", shown: "·", word: "observation", says: "Mark as an observation (·, or type /observation)" },
];

const OTHER_SIGNS: SignWords[] = [
  { sign: "@", shown: "@", word: "speaker", says: "Choose the speaker (@)" },
  { sign: "#", shown: "#", word: "theme", says: "Choose a theme (#)" },
  { sign: "?", shown: "?", word: "agenda question", says: "Choose the agenda question (?)" },
  { sign: "/", shown: "/", word: "commands", says: "Choose a command (/)" },
];

type Props = { onSign: (sign: Sign) => void; onHands: () => void; onEditLast: () => void };

/**
 * The signs as buttons, which also teaches them. The stances are together; on a phone they are the first of
 * two rows, and in a low window everything is one row that scrolls sideways.
 */
export function SignButtons({ onSign, onHands, onEditLast }: Props) {
  const signs = (all: readonly SignWords[]) =>
    all.map(({ sign, shown, word, says }) => (
      <SignButton key={sign} says={says} onPress={() => onSign(sign)}>
        <Kbd>{shown}</Kbd> <span>{word}</span>
        {sign === "·" && <KeyHint>/ob</KeyHint>}
      </SignButton>
    ));
  return (
    <div
      role="group"
      aria-label="Signs that can be typed, or pressed here"
      className="sign-buttons mt-1.5 gap-x-3 low:flex low:flex-nowrap low:overflow-x-auto low:mt-0 low:py-1"
    >
      <ul
        aria-label="Stances"
        className="grid grid-cols-4 gap-x-1 sm:flex sm:flex-wrap sm:gap-x-3 low:flex low:flex-nowrap low:gap-x-3"
      >
        {signs(STANCE_SIGNS)}
      </ul>
      <ul
        aria-label="Other marks and commands"
        className="flex justify-between gap-x-1 sm:flex-wrap sm:justify-start sm:gap-x-3 low:flex-nowrap low:gap-x-3"
      >
        {signs(OTHER_SIGNS)}
        <SignButton says="Count hands for these words" onPress={onHands}>
          hands
        </SignButton>
        <SignButton says="Edit the last contribution (arrow up)" onPress={onEditLast} takesFocus>
          <KeyHint>↑</KeyHint> <span>edit last</span>
        </SignButton>
      </ul>
    </div>
  );
}

type ButtonProps = {
  children: ReactNode;
  says: string;
  onPress: () => void;
  /** Otherwise the words keep it. */
  takesFocus?: boolean;
};

function SignButton({ children, says, onPress, takesFocus }: ButtonProps) {
  return (
    <li>
      <button
        type="button"
        aria-label={says}
        onMouseDown={(event) => takesFocus || event.preventDefault()}
        onClick={onPress}
      >
        {children}
      </button>
    </li>
  );
}
