import { Editor, Extension } from "@tiptap/core";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { EditedBlock } from "@/lib/report/draft/saving/edited-block";
import { documentOf, FIGURE_NODE } from "@/lib/report/editor/document";
import { MARKS } from "../schema/marks";
import { NODES } from "../schema/nodes";
import type { ClaimBook } from "./claim-book";
import { cursorBeforePress } from "./cursor";
import { figureView } from "./figure-view";
import { identities } from "./identities";
import { textKeys } from "./keys";
import { laidOut } from "./laid-out";
import { cleanPasted } from "./pasted";
import { suggesting } from "./suggesting";
import { tableKeys } from "./table/table-keys";
import { underlines } from "./underlines";

type Parts = {
  element: HTMLElement;
  label: string;
  blocks: readonly EditedBlock[];
  claims: ClaimBook;
  figures: ReportFigures | null;
  smallNumber: number;
  userId: string;
  /** Keys that open something of the page. */
  keys: Record<string, () => boolean>;
};

/** The editor of a whole draft, in an element of the page. Styles come from the page: it adds none of its own. */
export function createEditor({
  element,
  label,
  blocks,
  claims,
  figures,
  smallNumber,
  userId,
  keys,
}: Parts): Editor {
  const draft = Extension.create({
    name: "draft",
    priority: 1400,
    addProseMirrorPlugins: () => [
      cursorBeforePress(),
      suggesting(userId),
      identities(claims),
      laidOut(),
      underlines({ claims, figures, smallNumber }),
    ],
  });
  const withTable = (node: (typeof NODES)[number]) =>
    node.name === FIGURE_NODE ? node.extend({ addNodeView: () => figureView(figures) }) : node;
  return new Editor({
    element,
    injectCSS: false,
    extensions: [...NODES.map(withTable), ...MARKS, draft, tableKeys, textKeys(keys)],
    content: documentOf(blocks.length > 0 ? blocks : [EMPTY()]),
    editorProps: {
      scrollThreshold: BELOW_BAR,
      scrollMargin: BELOW_BAR,
      attributes: {
        class: "report",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": "editor-keys",
        lang: "en-GB",
        spellcheck: "true",
      },
      transformPastedHTML: cleanPasted,
    },
  });
}

/** The bar stays at the top of the window: what is gone to is shown below it. In px. */
const BELOW_BAR = { top: 140, right: 5, bottom: 24, left: 5 };

const EMPTY = (): EditedBlock => ({
  id: crypto.randomUUID(),
  section: "context",
  content: { type: "paragraph" },
});
