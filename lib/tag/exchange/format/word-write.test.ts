import { unzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { readXml } from "./xml-tree";
import { writeWord, type WordParagraph } from "./word-write";

async function opened(paragraphs: readonly WordParagraph[]) {
  const chunks: Uint8Array[] = [];
  async function* parts() {
    for (const one of paragraphs) yield [one];
  }
  const document = { title: "A & B", description: "<mine>", creator: "NPQ review", paragraphs: parts() };
  for await (const chunk of writeWord(document)) chunks.push(chunk);
  const files = unzipSync(Uint8Array.from(Buffer.concat(chunks)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test("a Word document has every part that Word needs, each well-formed, and the words as they are", async () => {
  const files = await opened([
    { style: "Title", runs: [{ text: "Passages" }] },
    {
      style: "Normal",
      runs: [
        { text: " before\vand\tup to ", as: "around" },
        { text: "1 < 2 & 👩🏽‍🏫", as: "marked" },
        { text: "" },
      ],
    },
  ]);
  expect(Object.keys(files).sort()).toEqual([
    ...["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"],
    ...["word/document.xml", "word/styles.xml"],
  ]);
  for (const [name, text] of Object.entries(files)) {
    const root = /<(?:\w+:)?(\w+) xmlns/.exec(text)?.[1] ?? "";
    expect(readXml(Buffer.from(text), root, name).name).toBe(root);
  }
  expect(files["word/document.xml"]).toContain(
    '<w:t xml:space="preserve"> before</w:t><w:br/><w:t xml:space="preserve">and</w:t><w:tab/><w:t xml:space="preserve">up to </w:t>',
  );
  expect(files["word/document.xml"]).toContain(
    '<w:b/></w:rPr><w:t xml:space="preserve">1 &lt; 2 &amp; 👩🏽‍🏫</w:t>',
  );
  expect(files["docProps/core.xml"]).toContain("<dc:title>A &amp; B</dc:title>");
});
