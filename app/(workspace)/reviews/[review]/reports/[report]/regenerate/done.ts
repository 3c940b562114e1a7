/** What the page says after an answer, by the word in its address. */
export const DONE: Partial<
  Record<string, { look: { tone: "success" | "warning"; title: string }; words: string }>
> = {
  accept: {
    look: { tone: "success", title: "The draft was changed" },
    words:
      "You can take it back by itself below, under what you accepted. The whole draft as it was before is among the versions.",
  },
  leave: {
    look: { tone: "success", title: "Left as it is" },
    words: "It is not proposed again until its evidence changes.",
  },
  all: {
    look: { tone: "success", title: "The draft was changed" },
    words:
      "Every paragraph that nobody had edited tells what the evidence says now. Each of these changes can be taken back by itself below. The whole draft as it was before is among the versions.",
  },
  back: {
    look: { tone: "success", title: "Taken back" },
    words:
      "That part of the draft is as it was before you accepted the change, and everything else stays as it is. The change is not proposed again until its evidence changes.",
  },
  gone: {
    look: { tone: "warning", title: "Nothing was taken back" },
    words:
      "The paragraph changed after you opened this page. Below is what can be taken back now; the history of a paragraph has its earlier words.",
  },
  stale: {
    look: { tone: "warning", title: "Nothing was changed" },
    words:
      "The paragraph or the evidence changed after you opened this page. Below are the proposals as they are now: answer again.",
  },
};
