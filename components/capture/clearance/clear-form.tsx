import type { ReactNode } from "react";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/components/ui/form/sending";
import type { WordsToMask } from "@/lib/capture/contribution/mask";
import { MaskRows } from "./mask-rows";
import type { SuggestedWords } from "./suggested-words";

type Props = {
  action: FormAction;
  contribution: { id: string; revision: number; text: string };
  /** Masks that are already set, as pairs of words. */
  masks: readonly WordsToMask[];
  suggestions: readonly SuggestedWords[];
  /** Why nothing is suggested, where that is so. */
  problem: string | null;
  submitLabel: string;
  actions?: ReactNode;
  /** When clearing one after another: the next contribution, and words in large type. */
  pass?: { nextId: string | null };
};

/**
 * Clears a contribution, with words masked. Without JavaScript the words are typed; with it they can be
 * selected.
 */
export function ClearForm(props: Props) {
  const { action, contribution, masks, suggestions, problem, submitLabel, actions, pass } = props;
  return (
    <Form action={action} submitLabel={submitLabel} actions={actions}>
      <input type="hidden" name="id" value={contribution.id} />
      <input type="hidden" name="revision" value={contribution.revision} />
      {problem && (
        <Notice tone="warning" title="We could not look for names">
          {problem}
        </Notice>
      )}
      {pass && <input type="hidden" name="next" value={pass.nextId ?? ""} />}
      <MaskRows text={contribution.text} masks={masks} suggestions={suggestions} large={pass !== undefined} />
    </Form>
  );
}
