import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import type { RoundtableState } from "@/lib/capture/roundtable/states";

type Props = {
  roundtable: { id: string; revision: number; state: RoundtableState };
  to: RoundtableState;
  action: FormAction;
};

type Step = { label: string; means: string };

const START: Step = {
  label: "Start the session",
  means: "You can log contributions after you start. After that, confidentiality can only be made stricter.",
};
const STEPS: Record<RoundtableState, Step> = {
  planned: START,
  in_session: { label: "Return to the session", means: "People work on the capture page again." },
  read_back: {
    label: "End session and invite corrections",
    means:
      "The session ends. Participants can correct their words. You can still log and edit contributions.",
  },
  closed: {
    label: "Close the roundtable",
    means:
      "This freezes the record: nobody can log, edit, import or strike out a contribution. A hash of the record will show if anything is changed later. You cannot reopen the roundtable, but you can add corrections as amendments.",
  },
};

function stepOf(from: RoundtableState, to: RoundtableState): Step {
  return from === "planned" ? START : STEPS[to];
}

/** One step from state to state, with its meaning before the button. */
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
