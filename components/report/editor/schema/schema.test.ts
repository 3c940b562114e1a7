import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { blockOf } from "@/lib/report/draft/block";
import type { Mark } from "@/lib/report/draft/content/block-content";
import { BLOCK_TYPES, SECTIONS } from "@/lib/report/draft/document-kind";
import { normalContent, type EditedBlock } from "@/lib/report/draft/saving/edited-block";
import { blockOfNode, documentOf, type DocumentBlock } from "@/lib/report/editor/document";
import { MARKS } from "./marks";
import { NODES } from "./nodes";

const ID = "0190c0de-0000-7000-8000-00000000000";
const MARKED: Mark[] = [
  { type: "em" },
  { type: "strong" },
  { type: "own" },
  { type: "figure", attrs: { ref: `theme:${ID}1:ask` } },
  { type: "claim", attrs: { id: `${ID}2` } },
  { type: "insertion", attrs: { id: `${ID}3`, by: `${ID}4`, at: "2026-11-29T22:00:00.000Z" } },
];

test("blocks, made a document of the editor and blocks again, are the same", () => {
  const schema = getSchema([...NODES, ...MARKS]);
  const draw = seededRandom(11);
  const pick = <One>(from: readonly One[]) => from[Math.floor(draw() * from.length)] as One;
  const runs = () =>
    Array.from({ length: Math.floor(draw() * 5) }, () => ({
      text: pick(["One ", "two", ", ", "“three” 🎓", "\n", "\t"]),
      marks: MARKED.filter(() => draw() < 0.3),
    }));
  for (let round = 0; round < 30; round++) {
    const blocks: EditedBlock[] = Array.from({ length: 1 + Math.floor(draw() * 6) }, (_, index) => ({
      id: `${ID}${index}`,
      section: pick(SECTIONS),
      content: normalContent(blockOf(pick(BLOCK_TYPES), runs(), { of: pick(["asks", "role"]), as: "chart" })),
    }));
    const document = schema.nodeFromJSON(documentOf(blocks));
    document.check();
    const back = document.children.map((node) => blockOfNode(node.toJSON() as DocumentBlock));
    expect(back).toEqual(blocks);
  }
});
