"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { memo } from "react";
import type { Check } from "@/lib/report/check/check";
import { findBlock } from "../text/edited-blocks";
import { claimSpans } from "../text/identities";
import { useEditorState } from "../use-draft-editor";

/** Goes to what a check is about: its claim, or its block. */
function goTo(editor: Editor, { blockId, claimId }: Check) {
  const { doc, tr } = editor.state;
  const span = claimId === null ? undefined : claimSpans(doc).find(({ id }) => id === claimId);
  const block = blockId === null ? null : findBlock(doc, blockId);
  const place = span ?? (block && { from: block.pos + 1, to: block.pos + block.node.nodeSize - 1 });
  if (!place) return;
  const [from, to] = [doc.resolve(place.from), doc.resolve(place.to)];
  // Of a table as a whole the caption is shown.
  const selection = from.parent.isTextblock ? TextSelection.between(from, to) : TextSelection.near(from);
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}

const currentBlock = (editor: Editor) => {
  const { $from } = editor.state.selection;
  return $from.depth > 0 ? (($from.node(1).attrs.id as string | null) ?? "") : "";
};

type Props = { editor: Editor; checks: readonly Check[] };

/** What the checks say: first of the paragraph with the cursor, then of the rest. */
export const ChecksPanel = memo(function ChecksPanel({ editor, checks }: Props) {
  const here = useEditorState(editor, currentBlock, "");
  const blocking = checks.filter((check) => check.blocking).length;
  const [ofHere, ofRest] = [
    checks.filter(({ blockId }) => blockId === here),
    checks.filter(({ blockId }) => blockId !== here),
  ];
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="text-subheading">
        Checks
      </h2>
      <p className="mt-1 text-meta">
        {blocking === 0
          ? "Ready to publish."
          : `${blocking} ${blocking === 1 ? "thing has" : "things have"} to be fixed before it can be published.`}
      </p>
      {ofHere.length > 0 && <h3 className="mt-3 text-sm text-soft">In this paragraph</h3>}
      <Checks editor={editor} checks={ofHere} />
      {ofHere.length > 0 && ofRest.length > 0 && <h3 className="mt-4 text-sm text-soft">Elsewhere</h3>}
      <Checks editor={editor} checks={ofRest} />
    </section>
  );
});

function Checks({ editor, checks }: Props) {
  if (checks.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-2 text-meta">
      {checks.map((check, index) => (
        <li key={index} className="border-l-3 border-warning pl-3">
          {check.blockId === null ? (
            <b>{wordOf(check)}</b>
          ) : (
            <button type="button" className="editor-go" onClick={() => goTo(editor, check)}>
              {wordOf(check)}
            </button>
          )}
          <span className="block">{check.message}</span>
          {check.waiver && <span className="block text-soft">Set aside: {check.waiver.reason}</span>}
        </li>
      ))}
    </ul>
  );
}

const wordOf = ({ blocking, waiver }: Check) =>
  blocking ? "Fix before publishing" : waiver ? "Set aside" : "Check";
