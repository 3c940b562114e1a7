import { AnswerChoice } from "@/components/tag/rounds/answer-choice";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Details } from "@/components/ui/details";
import { Textarea } from "@/components/ui/form/textarea";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { listWords } from "@/lib/tag/rounds/agreement-words/figure-words";
import { NOT_THERE } from "@/lib/tag/rounds/coding-round";
import type { DisagreementKind } from "@/lib/tag/rounds/disagreement";
import type { DifferenceDetail } from "@/lib/tag/rounds/queries/round-difference";
import { answersOf, answerValue, isSameAnswer } from "@/lib/tag/rounds/round-answers";

const QUESTIONS: Record<DisagreementKind, (theme: string) => string> = {
  presence: (theme) => `Is “${theme}” on this contribution?`,
  stance: (theme) => `Which stance does “${theme}” have on this contribution?`,
};

type Props = { detail: DifferenceDetail; kind: DisagreementKind; theme: string };

/**
 * Which answer is right, or another one, and why; an earlier decision can be changed. The fields of another
 * answer are shown when it is chosen, with CSS alone, so that it works without scripts.
 */
export function DecisionFields({ detail: { decision, choices }, kind, theme }: Props) {
  const answers = answersOf(choices);
  const agreed = answers.find(({ stances }) => decision && isSameAnswer(stances, decision.stances));
  const other = decision && !agreed;
  return (
    <div className="group/answer grid gap-4">
      <AnswerChoice
        label={QUESTIONS[kind](theme)}
        answers={answers.map(({ names, stances }) => ({ whose: listWords(names), stances }))}
        decided={agreed ? answerValue(agreed.stances) : other ? "other" : undefined}
      />
      <div className="hidden border-l-4 border-line pl-4 group-has-[[value=other]:checked]/answer:block">
        <Checkboxes
          name="stances"
          label="Your answer"
          options={[
            ...STANCE_ORDER.map((stance) => ({
              value: stance,
              label: `${STANCES[stance].sign} ${STANCES[stance].word}`,
            })),
            { value: NOT_THERE, label: "Not on this contribution" },
          ]}
          defaultValue={other ? (decision.stances.length > 0 ? decision.stances : [NOT_THERE]) : []}
        />
      </div>
      <Textarea
        name="reason"
        label="Reason"
        hint="You need to give a reason for another answer. It is optional if you agree with a coder."
        rows={2}
        limit={1000}
        defaultValue={decision?.reason ?? ""}
      />
      <Details summary="Suggest a change to the definition">
        <Textarea name="suggestion" label="What the codebook should say" optional rows={2} limit={1800} />
      </Details>
    </div>
  );
}
