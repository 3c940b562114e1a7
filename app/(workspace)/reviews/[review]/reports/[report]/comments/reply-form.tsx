import { randomUUID } from "node:crypto";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { reply } from "./actions";

/** A reply in a thread, folded until somebody writes one. */
export function ReplyForm({ threadId }: { threadId: string }) {
  return (
    <Details summary="Reply">
      <Form action={reply} submitLabel="Send reply">
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="parentId" value={threadId} />
        <Textarea name="body" label="Your reply" rows={3} />
      </Form>
    </Details>
  );
}
