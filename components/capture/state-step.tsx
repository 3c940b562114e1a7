import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/sending";
import type { RoundtableState } from "@/lib/capture/roundtable";

type Props = {
  roundtable: { id: string; revision: number; state: RoundtableState };
  to: RoundtableState;
  action: FormAction;
};

type Step = { label: string; means: string };

const START: Step = {
  label: "Start the session",
  means: "Lines can be logged from then on, and confidentiality can only be made stricter.",
};
const STEPS: Record<RoundtableState, Step> = {
  planned: START,
  in_session: { label: "Go back into session", means: "The capture page is what people work on again." },
  read_back: {
    label: "End session and invite corrections",
    means:
      "The session is over. Participants can put their words right; lines can still be logged and edited.",
  },
  closed: {
    label: "Close the roundtable",
    means:
      "The record is frozen: no line can be logged, edited, imported or struck out. A hash is taken over it, which shows later that nothing was changed. It cannot be reopened: corrections stand beside the record, as amendments.",
  },
};

function stepOf(from: RoundtableState, to: RoundtableState): Step {
  return from === "planned" ? START : STEPS[to];
}

/** One step from state to state, with what it means before the button. */
export function StateStep({ roundtable, to, action }: Props) {
  const { label, means } = stepOf(roundtable.state, to);
  const form = (
    <Form action={action} submitLabel={label} submitVariant={to === "closed" ? "danger" : "primary"}>
      <input type="hidden" name="id" value={roundtable.id} />
      <input type="hidden" name="revision" value={roundtable.revision} />
      <input type="hidden" name="to" value={to} />
      <p className="max-w-measure text-meta text-soft">{means}</p>
    </Form>
  );
  return roundtable.state === "planned" ? form : <Details summary={label}>{form}</Details>;
}
