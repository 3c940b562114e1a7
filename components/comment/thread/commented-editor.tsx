"use client";

import { useState } from "react";
import { EditorPlace } from "@/components/report/editor/editor-place";
import type { EditorProps } from "@/components/report/editor/draft-editor";
import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import { TextInput } from "@/components/ui/form/text-input";
import { Textarea } from "@/components/ui/form/textarea";
import { MAX_COMMENT } from "@/lib/comment/thread/comment";

type Commenting = {
  /** The version that comments are kept with, and its paragraphs; null while the draft is not out for comment. */
  version: { id: string; number: number; blockIds: readonly string[] } | null;
  comment: FormAction;
};

type Props = Omit<EditorProps, "commentForm"> & Commenting & { children: React.ReactNode };

/** The editor of a draft, where its words can be commented on too. */
export function CommentedEditor({ version, comment, ...editor }: Props) {
  const { reportId } = editor.draft;
  return (
    <EditorPlace
      {...editor}
      commentForm={({ blockId, words }, done) => {
        if (!version)
          return (
            <p className="text-meta">
              The draft is not out for comment now. Open it for comments under Versions, below the text.
            </p>
          );
        if (!version.blockIds.includes(blockId))
          return (
            <p className="text-meta">
              Comments are kept with version {version.number}, which does not have this paragraph. Save a
              version first.
            </p>
          );
        return (
          <CommentForm
            reportId={reportId}
            versionId={version.id}
            blockId={blockId}
            words={words}
            comment={comment}
            done={done}
          />
        );
      }}
    />
  );
}

type FormProps = {
  reportId: string;
  versionId: string;
  blockId: string;
  words: string;
  comment: FormAction;
  done: () => void;
};

function CommentForm({ reportId, versionId, blockId, words, comment, done }: FormProps) {
  const [id] = useState(() => crypto.randomUUID());
  const send: FormAction = async (state, data) => {
    const result = await comment(state, data);
    if (result?.ok) done();
    return result;
  };
  return (
    <Form action={send} submitLabel="Send comment">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="blockId" value={blockId} />
      <Textarea name="body" label="Your comment" rows={4} limit={MAX_COMMENT} />
      <TextInput
        name="words"
        label="The words you are commenting on"
        optional
        defaultValue={words}
        hint="As they are in the latest version. Leave this empty to comment on the whole paragraph."
      />
    </Form>
  );
}
