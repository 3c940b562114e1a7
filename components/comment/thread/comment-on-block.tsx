import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import { TextInput } from "@/components/ui/form/text-input";
import { Textarea } from "@/components/ui/form/textarea";

type Props = {
  action: FormAction;
  /** Made with the page, so that sending it twice stores it once. */
  commentId: string;
  reportId: string;
  versionId: string;
  blockId: string;
  /** Its name in a list of controls. */
  opening: string;
};

/** Comments without selecting: by keyboard, by voice, and without JavaScript. */
export function CommentOnBlock({ action, commentId, reportId, versionId, blockId, opening }: Props) {
  return (
    <details data-commentable className="mt-1 font-ui text-base print:hidden">
      <summary className="inline-block cursor-pointer list-none text-sm text-soft underline underline-offset-3 hover:text-ink pointer-coarse:py-2 [&::-webkit-details-marker]:hidden">
        Comment<span className="sr-only"> on {opening}</span>
      </summary>
      <Form action={action} submitLabel="Send comment" className="mt-2 border-l-2 border-line pb-2 pl-4">
        <input type="hidden" name="id" value={commentId} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="blockId" value={blockId} />
        <TextInput
          name="words"
          label="The words you are commenting on"
          optional
          hint="Copy them from the text. Leave this empty to comment on the whole paragraph."
        />
        <Textarea name="body" label="Your comment" rows={4} />
      </Form>
    </details>
  );
}
