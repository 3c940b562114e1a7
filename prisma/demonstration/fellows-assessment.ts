import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  overheard,
  room,
  said,
  strength,
  underQuestion,
} from "./line";

/** Under the third question, first part: how NPQs are marked. */
export const fellowsAssessment = underQuestion(3, [
  said("f301", 68, "P15", improvement("assessment"), {
    text: "Two of my assistant heads, same week, same case study, different providers. The one I'd promote tomorrow failed. The one who copied out the framework passed with a nice comment.",
    npqs: ["NPQSL"],
  }),
  noted("f302", 69, "P02", improvement("assessment"), {
    text: "Got 'criteria met' and a line and a half. Still has no idea what the marker made of her argument.",
  }),
  noted("f303", 70, "P08", improvement("assessment"), {
    text: "Has worked to two mark schemes. Northgate Learning wanted each framework statement cited; the other wanted a plan that a head could use. Both were right by their own sheet.",
    masks: [{ words: "Northgate Learning", as: "provider" }],
  }),
  said("f304", 71, "P13", improvement("assessment"), {
    text: "Our group chat turned into people posting which phrases had got them through. It was like revising for a driving theory test.",
    npqs: ["NPQLL"],
  }),
  noted("f305", 71, "P12", improvement("assessment"), {
    text: "Failed, added three sentences, passed. If the gap is three sentences, what was the first mark measuring?",
    npqs: ["NPQLBC"],
    cleared: false,
  }),
  noted("f306", 72, "P04", improvement("assessment"), {
    text: "As an employer cannot tell a hard-won certificate from an easy one. Give it ten years and that is what will finish the thing off.",
  }),
  noted("f307", 73, "P18", strength("assessment"), {
    text: "Likes that providers mark in their own way. His took real trouble over feedback because it was not tied to a grid.",
    cleared: false,
  }),
  said("f308", 74, "P07", strength("assessment"), {
    text: "Can I put the other side? Mine was brilliant. An actual person rang me up and we talked about it for half an hour. Hand that over to an exam board and you'd never get it back.",
  }),
  noted("f309", 75, "P20", improvement("assessment"), {
    text: "Eight days, 1,500 words, last week of the summer term. Rewards whoever has the quietest house.",
    areas: ["workload"],
  }),
  said("f310", 76, "P10", ask("assessment"), {
    text: "We'd never give children a task with no example of a good one. So publish some. This passed, this didn't quite, and here's why.",
  }),
  noted("f311", 77, "P17", ask("assessment"), {
    text: "One question, one mark scheme, and marked by people who do not know which provider taught you.",
  }),
  noted("f312", 78, "P01", ask("assessment"), {
    text: "Not an exam. Re-mark a sample from every provider each year and put the results where everyone can read them.",
  }),
  noted("f313", 78, "P05", improvement("assessment"), {
    text: "Failed the first time over headings. Passed the second; not an idea in it had moved.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
  said("f314", 79, "P01", improvement("assessment"), {
    text: "I sit on appointment panels for three or four schools. I've stopped asking which NPQ. I ask who it was with, and I don't like that I ask that.",
  }),
  overheard("f315", 80, improvement("assessment"), {
    text: "If my Year 11 coursework was moderated like that I'd be up in front of a malpractice panel.",
  }),
  hostSaid(
    "f316",
    80,
    "H1",
    "Asked the room not to name providers, and to keep to what each person had seen for themselves.",
  ),
  facilitatorNote("f317", 81, "Loudest part of the afternoon. A provider was named twice; not written down."),
  room("f318", 82, ask("assessment"), {
    text: "Hands for one set of expectations, held centrally, with providers still free in how they teach.",
    hands: { raised: 14, asked: 20 },
  }),
]);
