/** What the page says after an answer, by the word in its address. */
export const DONE: Partial<
  Record<string, { look: { tone: "success" | "warning"; title: string }; words: string }>
> = {
  accept: {
    look: { tone: "success", title: "The draft was changed" },
    words: "The draft as it was before is among the versions, where you can restore it.",
  },
  leave: {
    look: { tone: "success", title: "Left as it is" },
    words: "It is not proposed again until its evidence changes.",
  },
  all: {
    look: { tone: "success", title: "The draft was changed" },
    words:
      "Every paragraph that nobody had edited tells what the evidence says now. The draft as it was before is among the versions, where you can restore it.",
  },
  stale: {
    look: { tone: "warning", title: "Nothing was changed" },
    words:
      "The paragraph or the evidence changed after you opened this page. Below are the proposals as they are now: answer again.",
  },
};
