import { blockWith } from "./exported-report";

/** A paragraph with a suggested change, and what is written on it and on words that went: one thread with a reply, one without. */

const AT = new Date("2026-01-02T03:04:05Z");
const BY = "00000000-0000-4000-8000-0000000000aa";
const change = { id: "00000000-0000-4000-8000-0000000000bb", by: BY, at: AT.toISOString() };

export const SUGGESTED = blockWith(
  {
    type: "paragraph",
    content: [
      { type: "text", text: "😀 We need " },
      { type: "text", text: "more ", marks: [{ type: "deletion", attrs: change }] },
      { type: "text", text: "much more ", marks: [{ type: "insertion", attrs: change }] },
      { type: "text", text: "time." },
    ],
  },
  "paragraph",
);

const remark = { author: "Fellow", at: AT, body: "Which\ntime?" };

export const OPEN = {
  comments: [
    {
      ...remark,
      blockId: SUGGESTED.id,
      span: { start: 2, end: 9 },
      replies: [{ author: "Facilitator", at: AT, body: "All of it." }],
    },
    { ...remark, body: "On words that went.", blockId: "gone", span: null, replies: [] },
  ],
  roles: new Map([[BY, "Facilitator"]]),
};
