import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/sending";
import type { WordsToMask } from "@/lib/capture/mask";
import { MaskRows } from "./mask-rows";

type Props = {
  action: FormAction;
  line: { id: string; revision: number; text: string };
  /** Masks that are set already, as words. */
  masks: readonly WordsToMask[];
  submitLabel: string;
  actions?: ReactNode;
};

/** Clears a line, with words masked. Without JavaScript the words are typed; with it they can be selected. */
export function ClearForm({ action, line, masks, submitLabel, actions }: Props) {
  return (
    <Form action={action} submitLabel={submitLabel} actions={actions}>
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="revision" value={line.revision} />
      <MaskRows text={line.text} masks={masks} />
    </Form>
  );
}
