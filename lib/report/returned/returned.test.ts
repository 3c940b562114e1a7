import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { blockOf, plainText } from "@/lib/report/draft/block";
import type { BlockContent, Mark } from "@/lib/report/draft/content/block-content";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { toDocx, type WordOptions } from "@/lib/report/export/docx";
import { randomWords } from "@/tests/support/random-words";
import { blockWith, exportedReport } from "@/tests/support/worlds/exported-report";
import { acceptedText, suggest } from "./edits";
import { planReturn, type Against } from "./plan-return";
import { readWord } from "./read-word";

const AT = new Date("2026-01-02T03:04:05Z");
const BY = "00000000-0000-4000-8000-0000000000aa";
const proposed = (type: "insertion" | "deletion"): Mark => ({
  type,
  attrs: { id: "00000000-0000-4000-8000-0000000000bb", by: BY, at: AT.toISOString() },
});
const text = (type: BlockType, words: string) => blockWith(blockOf(type, [{ text: words, marks: [] }]), type);

const [HEAD, FIRST, SECOND, LAST] = [
  text("heading", "Key asks"),
  text("paragraph", "😀 Providers mark the same work differently."),
  blockWith(
    blockOf("paragraph", [
      { text: "We need ", marks: [] },
      { text: "more ", marks: [proposed("deletion")] },
      { text: "much more ", marks: [proposed("insertion")] },
      { text: "time.", marks: [] },
    ]),
    "paragraph",
  ),
  text("list_item", "Pay for coaches & heads."),
];
const BLOCKS = [HEAD, FIRST, SECOND, LAST];
const VERSION = { ...exportedReport(), blocks: BLOCKS };
const OPEN: WordOptions = {
  open: {
    comments: [
      {
        author: "Fellow",
        at: AT,
        body: "Which\nwork?",
        blockId: FIRST.id,
        span: { start: 20, end: 29 },
        replies: [{ author: "Facilitator", at: AT, body: "All of it." }],
      },
    ],
    roles: new Map([[BY, "Facilitator"]]),
  },
};

/** The file after somebody changed its parts. */
async function returned(change: (part: string, xml: string) => string, options: WordOptions = OPEN) {
  const files = unzipSync(await toDocx(VERSION, options));
  const changed = Object.entries(files).map(([name, bytes]) => [
    name,
    /\.xml$/.test(name) ? strToU8(change(name, strFromU8(bytes))) : bytes,
  ]);
  return readWord(zipSync(Object.fromEntries(changed) as Record<string, Uint8Array>));
}
const inDocument = (change: (xml: string) => string, options?: WordOptions) =>
  returned((part, xml) => (part === "word/document.xml" ? change(xml) : xml), options);

const AGAINST: Against = {
  base: BLOCKS.map(({ id: blockId, type, content }) => ({ blockId, type, content, erasedAt: null })),
  draft: BLOCKS.map(({ id, content }) => ({ id, revision: 4, content, erasedAt: null })),
  comments: [
    { id: "one", parentId: null, body: "Which\nwork?" },
    { id: "two", parentId: "one", body: "All of it." },
  ],
};
const changedDraft = (id: string, content: BlockContent): Against => ({
  ...AGAINST,
  draft: AGAINST.draft.map((block) => (block.id === id ? { ...block, content } : block)),
});
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const by = `w:id="900" w:author="Somebody" w:date="2026-02-01T10:00:00Z"`;

describe("a Word file that came back", () => {
  test("as it went out changes nothing, with open work or without", async () => {
    const nothing = { suggestions: [], added: [], comments: [], left: [] };
    const file = await inDocument((xml) => xml);
    expect(file.version).toEqual({ number: VERSION.number, hash: VERSION.hash });
    expect(planReturn(file, AGAINST)).toEqual({ ...nothing, already: { paragraphs: 0, comments: 2 } });
    expect(planReturn(await inDocument((xml) => xml, {}), AGAINST)).toMatchObject(nothing);
  });

  test("gives tracked changes as suggestions, and changes that nobody tracked too", async () => {
    const file = await inDocument((xml) =>
      xml
        .replace(
          "differently.",
          `differently</w:t></w:r><w:ins ${by}>${run(" by far")}</w:ins>${run(".")}<w:r><w:t>`,
        )
        .replace(
          "Pay for coaches &amp; heads.",
          `Pay </w:t></w:r><w:del ${by}><w:r><w:delText xml:space="preserve">for </w:delText></w:r></w:del>${run("coaches and heads.")}<w:r><w:t>`,
        ),
    );
    const { suggestions, left } = planReturn(file, AGAINST);
    expect(left).toEqual([]);
    expect(suggestions).toEqual([
      { blockId: FIRST.id, revision: 4, edits: [{ start: 32, end: 44, text: "differently by far." }] },
      {
        blockId: LAST.id,
        revision: 4,
        edits: [
          { start: 4, end: 8, text: "" },
          { start: 16, end: 17, text: "and" },
        ],
      },
    ]);
  });

  test("gives a new comment at its words, and a reply to one that is there", async () => {
    const comment = (id: number, words: string, para: string) =>
      `<w:comment w:id="${id}" w:author="Somebody"><w:p w14:paraId="${para}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;
    const file = await returned((part, xml) => {
      if (part === "word/document.xml")
        return xml.replace(
          "We need ",
          `We </w:t></w:r><w:commentRangeStart w:id="77"/>${run("need ")}<w:commentRangeEnd w:id="77"/><w:r><w:t>`,
        );
      const parent = /paraId="(\w+)"/.exec(xml)?.[1] ?? "";
      if (part === "word/comments.xml")
        return xml.replace(
          "</w:comments>",
          `${comment(77, "Who?", "0000AAA1")}${comment(78, "Yes.", "0000AAA2")}</w:comments>`,
        );
      if (part === "word/commentsExtended.xml")
        return xml.replace(
          "</w15:commentsEx>",
          `<w15:commentEx w15:paraId="0000AAA2" w15:paraIdParent="${parent}" w15:done="0"/></w15:commentsEx>`,
        );
      return xml;
    });
    const { comments, suggestions } = planReturn(file, AGAINST);
    expect(suggestions).toEqual([]);
    expect(comments).toContainEqual({
      blockId: SECOND.id,
      anchor: { start: 3, end: 8, quote: "need " },
      body: "Who?",
      replies: [],
    });
    expect(comments).toContainEqual({ parentId: "one", replies: ["Yes."] });
    // The version does not have these words: the comment stands at the paragraph, and says which they were.
    const other = {
      ...AGAINST,
      base: AGAINST.base.map((one) => (one.blockId === SECOND.id ? { ...one, content: LAST.content } : one)),
    };
    const moved = planReturn(file, other).comments.find((one) => "blockId" in one);
    expect(moved).toMatchObject({
      body: expect.stringContaining("On “need ”, which this paragraph does not say"),
    });
  });

  test("gives new paragraphs in their place, and proposes to take out what was deleted", async () => {
    const file = await inDocument((xml) => {
      const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
      const first = paragraphs.find((one) => one.includes("Providers")) ?? "";
      const last = paragraphs.find((one) => one.includes("Pay for")) ?? "";
      return xml.replace(last, "").replace(first, `${first}<w:p>${run("A new one.")}</w:p>`);
    });
    const { added, suggestions } = planReturn(file, AGAINST);
    expect(added).toEqual([{ after: FIRST.id, text: "A new one.", isTable: false }]);
    expect(suggestions).toEqual([
      { blockId: LAST.id, revision: 4, edits: [{ start: 0, end: 24, text: "" }] },
    ]);
  });

  test("without its bookmarks is known by its words; what is not found is left as it is, and said", async () => {
    const bare = (xml: string) => xml.replace(/<w:bookmark(Start|End)[^>]*>/g, "");
    const file = await inDocument((xml) =>
      bare(xml).replace("differently.", "alike.").replace("We need ", "Quite something else: "),
    );
    expect(file.version).toBeNull();
    const { suggestions, left } = planReturn(file, AGAINST);
    expect(suggestions.map(({ blockId }) => blockId)).toContain(FIRST.id);
    expect(suggestions.map(({ blockId }) => blockId)).not.toContain(SECOND.id);
    expect(left).toContain("“We need more time.”: not found in the file, so nothing is changed in it.");
  });

  test("does not undo what the draft says by now", async () => {
    const file = await inDocument((xml) => xml.replace("differently.", "in different ways."));
    const now = (words: string) => changedDraft(FIRST.id, blockOf("paragraph", [{ text: words, marks: [] }]));
    expect(planReturn(file, now("Also, 😀 Providers mark the same work differently.")).suggestions).toEqual([
      { blockId: FIRST.id, revision: 4, edits: [{ start: 38, end: 50, text: "in different ways." }] },
    ]);
    const said = planReturn(file, now("😀 Providers mark the same work as they like."));
    expect(said.suggestions).toEqual([]);
    expect(said.left).toEqual([
      "“differently.” becomes “in different ways.”: the draft says this differently by now.",
    ]);
    const same = planReturn(file, now("😀 Providers mark the same work in different ways."));
    expect(same).toMatchObject({ suggestions: [], left: [], already: { paragraphs: 1 } });
  });
});

describe("a table in a Word file that came back", () => {
  const TABLE = text("table", "What was asked\nAsk\tWhy\nMore time\tToo little\n\tMoney");
  const CELL: WordOptions = {
    open: {
      comments: [
        {
          author: "Fellow",
          at: AT,
          body: "How much?",
          blockId: TABLE.id,
          span: { start: 23, end: 32 },
          replies: [],
        },
      ],
      roles: new Map(),
    },
  };
  const version = { ...VERSION, blocks: [FIRST, TABLE, LAST] };
  const against: Against = {
    base: version.blocks.map(({ id: blockId, type, content }) => ({
      blockId,
      type,
      content,
      erasedAt: null,
    })),
    draft: version.blocks.map(({ id, content }) => ({ id, revision: 4, content, erasedAt: null })),
    comments: [],
  };
  const back = async (change: (xml: string) => string) => {
    const files = unzipSync(await toDocx(version, CELL));
    const name = "word/document.xml";
    const xml = strFromU8(files[name] ?? new Uint8Array());
    expect(change(xml)).not.toBe(xml);
    return planReturn(await readWord(zipSync({ ...files, [name]: strToU8(change(xml)) })), against);
  };

  test("gives changes to its cells as suggestions there, and a comment at the words of its cell", async () => {
    const { suggestions, comments, left, added } = await back((xml) =>
      xml.replace("Too little", "Too little, they said").replace("What was asked", "Asks"),
    );
    expect([added, left]).toEqual([[], []]);
    expect(suggestions).toEqual([
      {
        blockId: TABLE.id,
        revision: 4,
        edits: [
          { start: 0, end: 14, text: "Asks" },
          { start: 37, end: 43, text: "little, they said" },
        ],
      },
    ]);
    expect(comments).toMatchObject([
      { anchor: { start: 23, end: 32, quote: "More time" }, body: "How much?" },
    ]);
    const proposed = suggest(TABLE.content, suggestions[0]?.edits ?? [], () => ({
      id: BY,
      by: BY,
      at: AT.toISOString(),
    }));
    expect(acceptedText(proposed)).toBe("Asks\nAsk\tWhy\nMore time\tToo little, they said\n\tMoney");
    expect(plainText(proposed)).toBe(plainText(TABLE.content));
  });

  test("with other rows stays as it is, and what is new in them is told; without its table all its words would go", async () => {
    const row = /<w:tr>(?:(?!<w:tr>).)*Too little.*?<\/w:tr>/s;
    const more = await back((xml) =>
      xml.replace(
        row,
        (one) => `${one}${one.replace("Too little", "Quite new").replaceAll(/<w:comment.*?\/>/g, "")}`,
      ),
    );
    expect(more.suggestions).toEqual([]);
    expect(more.left).toEqual([
      "“What was asked”: rows or columns of this table are others in the file. Make that change in the editor. New there: “Quite new”.",
    ]);
    const none = await back((xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/s, ""));
    expect(none.suggestions).toMatchObject([{ blockId: TABLE.id, edits: [{}, {}, {}, {}, {}] }]);
  });

  test("that somebody added is a new table after the paragraph before it", async () => {
    const cell = (words: string) => `<w:tc><w:p>${run(words)}</w:p></w:tc>`;
    const table = `<w:tbl><w:tr>${cell("When")}${cell("What")}</w:tr><w:tr>${cell("May")}${cell("Tests")}</w:tr></w:tbl>`;
    const { added } = await back((xml) => xml.replace(/(differently\..*?<\/w:p>)/s, `$1${table}`));
    expect(added).toEqual([{ after: FIRST.id, text: "\nWhen\tWhat\nMay\tTests", isTable: true }]);
  });
});

describe("a text with characters that Word has otherwise", () => {
  const odd = Array.from({ length: 40 }, (_, seed) => text("paragraph", randomWords(seed + 50)));
  const table = text("table", "What\u2028was asked\n\vAsk\tBy\fwhom\nMore\u0001time\tHeads");
  const slide = text("paragraph", "😀 one\vtwo\uFFFE three");
  const blocks = [...odd, table, slide];
  const against = (known: Against["comments"]): Against => ({
    base: blocks.map(({ id: blockId, type, content }) => ({ blockId, type, content, erasedAt: null })),
    draft: blocks.map(({ id, content }) => ({ id, revision: 1, content, erasedAt: null })),
    comments: known,
  });
  const comment = { author: "Fellow", at: AT, body: "Which\vof\tboth?", blockId: slide.id, replies: [] };
  const open: WordOptions = {
    open: { comments: [{ ...comment, span: { start: 2, end: 9 } }], roles: new Map() },
  };
  const file = async (change: (xml: string) => string) => {
    const { "word/document.xml": document = new Uint8Array(), ...parts } = unzipSync(
      await toDocx({ ...VERSION, blocks }, open),
    );
    return readWord(zipSync({ ...parts, "word/document.xml": strToU8(change(strFromU8(document))) }));
  };

  test("comes back as it went out", async () => {
    const plan = planReturn(
      await file((xml) => xml),
      against([{ id: "one", parentId: null, body: comment.body }]),
    );
    const nothing = { suggestions: [], added: [], comments: [], left: [] };
    expect(plan).toEqual({ ...nothing, already: { paragraphs: 0, comments: 1 } });
  });

  test("has changes and comments at their places in it", async () => {
    const { suggestions, comments } = planReturn(
      await file((xml) => xml.replace(" three", " four")),
      against([]),
    );
    expect(suggestions).toEqual([
      { blockId: slide.id, revision: 1, edits: [{ start: 12, end: 17, text: "four" }] },
    ]);
    expect(comments).toMatchObject([
      { blockId: slide.id, anchor: { start: 2, end: 9, quote: "one\vtwo" }, body: "Which\nof\tboth?" },
    ]);
  });
});

describe("a file that is made to do harm, or is no Word file", () => {
  const word = (document: string) => readWord(zipSync({ "word/document.xml": strToU8(document) }));

  test("is refused with the reason", async () => {
    const entity =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:p>&x;</w:p></w:document>';
    await expect(word(entity)).rejects.toThrow(/instructions that office programs do not write/);
    await expect(word("<w:document><w:p>")).rejects.toThrow(/damaged or not complete/);
    await expect(word(`${"<w:sdt>".repeat(2_000)}${"</w:sdt>".repeat(2_000)}`)).rejects.toThrow(/damaged/);
    await expect(
      word(`<w:document>${"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(5_001)}</w:document>`),
    ).rejects.toThrow(/more than 5,000 paragraphs/);
    await expect(readWord(strToU8("PDF, not Word"))).rejects.toThrow(/damaged or not complete/);
    await expect(readWord(zipSync({ "content.xml": strToU8("<a/>") }))).rejects.toThrow(
      /not a Word document/,
    );
    await expect(readWord(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toThrow(/larger than 10 MB/);
    const bomb = zipSync({ "word/document.xml": new Uint8Array(9 * 1024 * 1024) });
    await expect(readWord(bomb)).rejects.toThrow(/unpacks to far more data/);
  });

  test("a small one of another program is read", async () => {
    const file = await word(
      "<w:document><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>",
    );
    expect(file.paragraphs.map(({ after }) => after)).toEqual(["One."]);
  });
});
