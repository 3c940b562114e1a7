"use client";

import type { Editor } from "@tiptap/core";
import { memo, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Check } from "@/lib/report/check/check";
import { useEditorState } from "../use-draft-editor";
import { goToCheck, mend, mendOf } from "./mend";

const currentBlock = (editor: Editor) => {
  const { $from } = editor.state.selection;
  return $from.depth > 0 ? (($from.node(1).attrs.id as string | null) ?? "") : "";
};

type Props = {
  editor: Editor;
  checks: readonly Check[];
  /** Opens what mends a check, for the words that are selected. */
  open: (what: "evidence" | "figure") => void;
};

/** What the checks say: first of the paragraph with the cursor, then of the rest. */
export const ChecksPanel = memo(function ChecksPanel({ editor, checks, open }: Props) {
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
      <Checks editor={editor} checks={ofHere} open={open} />
      {ofHere.length > 0 && ofRest.length > 0 && <h3 className="mt-4 text-sm text-soft">Elsewhere</h3>}
      <Checks editor={editor} checks={ofRest} open={open} />
    </section>
  );
});

/** More are no list that anybody reads while writing. */
const FEW = 20;

function Checks({ checks, ...how }: Props) {
  const [isAll, setAll] = useState(false);
  if (checks.length === 0) return null;
  const shown = isAll ? checks : checks.slice(0, FEW);
  return (
    <>
      <CheckList checks={shown} {...how} />
      {shown.length < checks.length && (
        <p className="mt-3">
          <Button size="small" variant="quiet" onClick={() => setAll(true)}>
            {`Show ${checks.length - shown.length} more`}
          </Button>
        </p>
      )}
    </>
  );
}

function CheckList({ checks, ...how }: Props) {
  return (
    <ul className="mt-2 grid gap-2 text-meta">
      {checks.map((check, index) => (
        <li key={index} className="border-l-3 border-warning pl-3">
          <CheckItem check={check} {...how} />
        </li>
      ))}
    </ul>
  );
}

function CheckItem({ check, editor, open }: Omit<Props, "checks"> & { check: Check }) {
  const how = mendOf(check);
  return (
    <>
      {check.blockId === null ? (
        <b>{wordOf(check)}</b>
      ) : (
        <button type="button" className="editor-go" onClick={() => goToCheck(editor, check)}>
          {wordOf(check)}
        </button>
      )}
      <span className="block">{check.message}</span>
      {check.waiver && <span className="block text-soft">Set aside: {check.waiver.reason}</span>}
      {how && !check.waiver && (
        <span className="mt-1 block">
          <Button
            size="small"
            variant="quiet"
            aria-label={`${how.word}: ${check.message}`}
            onClick={() => mend(editor, check, how, open)}
          >
            {how.word}
          </Button>
        </span>
      )}
    </>
  );
}

const wordOf = ({ blocking, waiver }: Check) =>
  blocking ? "Fix before publishing" : waiver ? "Set aside" : "Check";
