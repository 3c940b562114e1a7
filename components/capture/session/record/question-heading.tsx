import { QuestionClock } from "../question-clock";
import type { AgendaQuestion } from "../types";

type Props = { questionId: string | null; questions: readonly AgendaQuestion[]; tableId: string | null };

/** The question under which contributions stand, and how long it has been talked about. */
export function QuestionHeading({ questionId, questions, tableId }: Props) {
  const question = questions.find(({ id }) => id === questionId);
  return (
    <div className="under">
      <h2>{question ? `${question.position}. ${question.text}` : "Under no question"}</h2>
      {question && <QuestionClock question={question} tableId={tableId} />}
    </div>
  );
}
