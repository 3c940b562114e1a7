import { ask, improvement, noted, notedOfSomeone, said, strength, underQuestion } from "./line";

/** Under the second question, second half: going over the same ground, and using what was learned. */
export const fellowsPractice = underQuestion(2, [
  noted("f231", 57, "P11", improvement("repetition"), {
    text: "Still has her middle leaders' folder. Laid it beside what the executive one asked of her: near enough the same task, with a longer word count.",
    npqs: ["NPQML", "NPQEL"],
    areas: ["progression"],
  }),
  said("f232", 58, "P20", improvement("repetition"), {
    text: "I did senior leadership and then headship back to back. By October I could have recited the implementation cycle in my sleep. My husband could have recited it.",
    npqs: ["NPQSL", "NPQH"],
    areas: ["progression"],
  }),
  noted("f233", 58, "P18", improvement("repetition"), {
    text: "Sent on three of them by Cobblewick Trust. Same two papers, same four diagrams, third time in a different colour.",
    areas: ["progression"],
    masks: [{ words: "Cobblewick Trust", as: "trust" }],
    cleared: false,
  }),
  noted("f234", 59, "P02", improvement("repetition"), {
    text: "Each should be harder than the one under it: less remembering, more judgement about a school in a mess. Headship asked no more of her deputy than NPQSL had.",
    npqs: ["NPQSL", "NPQH"],
    areas: ["progression"],
  }),
  noted("f235", 60, "P10", strength("repetition"), {
    text: "Going over it again did her good. Two years between the first and the second, and the detail had gone.",
    areas: ["progression"],
  }),
  said("f236", 60, "P15", ask("repetition"), {
    text: "If I've passed a thing, let me bank it. Spend my hours on what's new about being the one at the top.",
    npqs: ["NPQH"],
    areas: ["progression", "workload"],
  }),
  said("f237", 61, "P12", improvement("implementation"), {
    text: "I miss the project. There, I've said it. It's the only piece of any NPQ that my head's ever actually seen.",
    cleared: false,
  }),
  noted("f238", 62, "P14", improvement("implementation"), {
    text: "Left with a folder. Back on Monday, and the timetable had no room for a word of it.",
  }),
  noted("f239", 62, "P06", improvement("implementation"), {
    text: "Implementation is itself taught as a theory: four stages to label on a diagram. Never once watched somebody stop doing something.",
  }),
  said("f240", 63, "P09", ask("implementation"), {
    text: "What I wanted was for someone to stand in my hall at lunchtime, look at the thing I was trying to fix, and say, right, start there.",
  }),
  noted("f241", 64, "P18", strength("implementation"), {
    text: "Would not have the project back at any price. Those who want to try something will try it; marking it only teaches them to dress it up.",
    areas: ["workload"],
    cleared: false,
  }),
  noted("f242", 64, "P16", ask("implementation"), {
    text: "One small piece of real work, picked with the head, talked through at the end and never written up.",
    areas: ["workload"],
  }),
  noted("f243", 65, "P05", improvement("implementation"), {
    text: "Glad as she was to be spared the project, the ideas stayed on the laptop. Wanted a reason to try one before the certificate came.",
  }),
  notedOfSomeone("f244", 66, improvement("implementation"), {
    text: "A head, did not catch who: sends three a year, and by Easter could not tell you which three.",
  }),
]);
