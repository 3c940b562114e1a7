import { ask, improvement, noted, notedOfSomeone, said, strength, underQuestion } from "./contribution";

/** Under the second question, second half: going over the same ground, and using what was learned. */
export const fellowsPractice = underQuestion(2, [
  noted("f231", 57, "P11", improvement("repetition"), {
    text: "I've still got my folder from the middle leaders' one. I put it next to what the executive one asked me to do, and it's nearly the same task with a higher word count.",
    npqs: ["NPQML", "NPQEL"],
    areas: ["progression"],
  }),
  said("f232", 58, "P20", improvement("repetition"), {
    text: "I did senior leadership and then headship back to back. By October I could have recited the implementation cycle in my sleep. So could my husband.",
    npqs: ["NPQSL", "NPQH"],
    areas: ["progression"],
  }),
  noted("f233", 58, "P18", improvement("repetition"), {
    text: "Cobblewick Trust sent me on three of them. It was the same two papers and the same four diagrams three times over.",
    areas: ["progression"],
    masks: [{ words: "Cobblewick Trust", as: "trust" }],
    cleared: false,
  }),
  noted("f234", 59, "P02", improvement("repetition"), {
    text: "Each one should be harder than the one before, with less to remember and more judgement about a school that's struggling. My deputy's headship course asked no more of her than NPQSL had.",
    npqs: ["NPQSL", "NPQH"],
    areas: ["progression"],
  }),
  noted("f235", 60, "P10", strength("repetition"), {
    text: "Going over it again did me good. I'd had two years between the first and the second, and I'd forgotten the detail.",
    areas: ["progression"],
  }),
  said("f236", 60, "P15", ask("repetition"), {
    text: "If I've passed something, let it count. Use my time on what's new about being the head.",
    npqs: ["NPQH"],
    areas: ["progression", "workload"],
  }),
  said("f237", 61, "P12", improvement("implementation"), {
    text: "I miss the project, actually. It's the only part of any NPQ that my head has ever seen.",
    cleared: false,
  }),
  noted("f238", 62, "P14", improvement("implementation"), {
    text: "I came away with a folder. On the Monday I was back in school and there was no time in the week to use any of it.",
  }),
  noted("f239", 62, "P06", improvement("implementation"), {
    text: "Even implementation is taught as theory, with four stages to label on a diagram. We never looked at how you stop doing something.",
  }),
  said("f240", 63, "P09", ask("implementation"), {
    text: "What I wanted was for someone to stand in my hall at lunchtime, look at the thing I was trying to fix, and say, right, start there.",
  }),
  noted("f241", 64, "P18", strength("implementation"), {
    text: "I wouldn't have the project back. People who want to try something will try it. If you mark it, they just learn to dress it up.",
    areas: ["workload"],
    cleared: false,
  }),
  noted("f242", 64, "P16", ask("implementation"), {
    text: "I'd like one small piece of real work, agreed with my head, that we talk about at the end and don't have to write up.",
    areas: ["workload"],
  }),
  noted("f243", 65, "P05", improvement("implementation"), {
    text: "I was glad not to do the project, but the ideas stayed on my laptop. I needed a reason to try one before I got the certificate.",
  }),
  notedOfSomeone("f244", 66, improvement("implementation"), {
    text: "I send three people a year, and by Easter I couldn't tell you which three. (A head; did not catch who.)",
  }),
]);
