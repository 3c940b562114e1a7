import { useId } from "react";
import { KeyHint } from "@/components/ui/key-hint";
import { ChoiceWords } from "../choice/choice-words";
import type { SignAnswer } from "./sign-answers";

type Props = { question: string; answers: readonly SignAnswer[]; onAnswer: (answer: SignAnswer) => void };

/**
 * Asks what a sign means before the contribution is logged. The words keep the focus, and a number answers.
 */
export function SignQuestion({ question, answers, onAnswer }: Props) {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="mt-2 border-l-4 border-warning bg-warning-soft px-3 py-2 text-meta"
    >
      <p id={id} role="alert">
        <b>{question}</b>{" "}
        <span className="pointer-coarse:hidden">Press its number, or Escape to keep typing.</span>
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1">
        {answers.map((answer, index) => (
          <li key={answer.key} className="min-w-0">
            <button
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onAnswer(answer)}
              className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded border border-line bg-card px-2 text-left hover:border-ink pointer-coarse:min-h-11"
            >
              <KeyHint>{String(index + 1)}</KeyHint>
              {answer.choice ? <ChoiceWords choice={answer.choice} /> : <span>{answer.words}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
