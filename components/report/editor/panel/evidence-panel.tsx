"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import { toldInWords } from "@/lib/aggregate/publication/words/told-words";
import { Button } from "@/components/ui/button";
import { figureWords, type Claim } from "@/lib/report/claim/claim";
import type { FoundContribution, FoundEvidence, FoundFinding } from "@/lib/report/editor/found-evidence";
import { citeContribution, citeFinding, insertQuotation, uncite } from "../text/citing";
import { runCommand } from "../text/keys";
import { claimAt, goPastSelection, unmarkClaim } from "../text/marking";
import { draw } from "../text/underlines";
import { useEditorState, type OpenEditor } from "../use-draft-editor";
import { CitedEvidence } from "./cited-evidence";
import { EvidenceSearch } from "./evidence-search";
import { Panel } from "./panel";

type Props = {
  open: OpenEditor;
  reportId: string;
  find: (reportId: string, words: string, ids: string[]) => Promise<Answer<FoundEvidence>>;
  onClose: () => void;
};

const target = (editor: Editor) => {
  const { selection } = editor.state;
  return `${claimAt(editor.state) ?? ""} ${selection.empty ? "" : "words"}`;
};

/** What the claim at the cursor cites, and a search for more; for words that are no claim yet, it makes one. */
export function EvidencePanel({ open, reportId, find, onClose }: Props) {
  const { editor, book } = open;
  const [claimId = "", words = ""] = useEditorState(editor, target, " ").split(" ");
  const [, setChanges] = useState(0);
  const claim = book.all.get(claimId);
  const changed = () => {
    editor.view.dispatch(draw(editor.state, {}));
    setChanges((count) => count + 1);
  };
  const cited = () => {
    changed();
    runCommand(editor, goPastSelection);
    editor.view.focus();
  };
  // The server answers with how many people are behind a claim that was changed.
  useEffect(() => open.saver.subscribe(() => setChanges((count) => count + 1)), [open]);
  const cite = {
    finding: (finding: FoundFinding) => {
      citeFinding(open, claim, finding);
      cited();
    },
    contribution: (found: FoundContribution) => {
      citeContribution(open, claim, found.cited);
      cited();
    },
    quote: (found: FoundContribution) => {
      insertQuotation(open, found.cited);
      onClose();
    },
  };
  return (
    <Panel title="Cite evidence" onClose={onClose}>
      {claim ? (
        <>
          <p className="text-meta">{claimInWords(claim)}</p>
          <CitedEvidence
            key={claim.id}
            claim={claim}
            read={(ids) => find(reportId, "", ids)}
            onRemove={(id) => {
              uncite(open, claim, id);
              changed();
            }}
          />
          <p className="my-2">
            <Button size="small" variant="quiet" onClick={() => runCommand(editor, unmarkClaim(claim.id))}>
              No longer a claim
            </Button>
          </p>
        </>
      ) : (
        <p className="text-meta text-soft">
          {words === "words"
            ? "Choose what the selected words rest on."
            : "Select the words that report what was said, then choose what they rest on."}
        </p>
      )}
      <EvidenceSearch
        find={(asked) => find(reportId, asked, [])}
        canCite={claim !== undefined || words === "words"}
        cite={cite}
      />
    </Panel>
  );
}

/** What the release says of it first, because that is what the text may say. */
function claimInWords({ told, figure, supports, contradicts }: Claim): string {
  const released = told ? `The release says: ${toldInWords(told, 5)}. ` : "";
  const cited = supports.length === 1 ? "1 contribution" : `${supports.length} contributions`;
  const against = contradicts.length > 0 ? `, and ${contradicts.length} against it` : "";
  return `${released}It cites ${cited}${against}. For you alone: ${figureWords(figure)}.`;
}
