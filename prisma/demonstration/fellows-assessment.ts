import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  overheard,
  group,
  said,
  strength,
  underQuestion,
} from "./contribution";

/** Under the third question, first part: how NPQs are marked. */
export const fellowsAssessment = underQuestion(3, [
  said("f301", 68, "P15", improvement("assessment"), {
    text: "Two of my assistant heads, same week, same case study, different providers. The one I'd promote tomorrow failed. The one who copied out the framework passed with a nice comment.",
    npqs: ["NPQSL"],
  }),
  noted("f302", 69, "P02", improvement("assessment"), {
    text: "I got 'criteria met' and a line and a half. I still have no idea what the marker thought of my argument.",
  }),
  noted("f303", 70, "P08", improvement("assessment"), {
    text: "I've worked with two mark schemes. Northgate Learning wanted every framework statement cited. The other one wanted a plan that a head could use. They were both right by their own criteria.",
    masks: [{ words: "Northgate Learning", as: "provider" }],
  }),
  said("f304", 71, "P13", improvement("assessment"), {
    text: "Our group chat turned into people posting which phrases had got them through. It was like revising for a driving theory test.",
    npqs: ["NPQLL"],
  }),
  noted("f305", 71, "P12", improvement("assessment"), {
    text: "I failed, added three sentences and passed. If three sentences make the difference, what was the first mark measuring?",
    npqs: ["NPQLBC"],
    cleared: false,
  }),
  noted("f306", 72, "P04", improvement("assessment"), {
    text: "As an employer I can't tell a certificate someone worked hard for from an easy one. If that goes on for ten years, people will stop trusting them.",
  }),
  noted("f307", 73, "P18", strength("assessment"), {
    text: "I like providers marking in their own way. Mine took real trouble over the feedback because they weren't tied to a grid.",
    cleared: false,
  }),
  said("f308", 74, "P07", strength("assessment"), {
    text: "Can I put the other side? Mine was brilliant. An actual person rang me up and we talked about it for half an hour. Hand that over to an exam board and you'd never get it back.",
  }),
  noted("f309", 75, "P20", improvement("assessment"), {
    text: "It's 1,500 words in eight days in the last week of the summer term. It rewards whoever has the quietest house.",
    areas: ["workload"],
  }),
  said("f310", 76, "P10", ask("assessment"), {
    text: "We'd never give children a task with no example of a good one. So publish some. This passed, this didn't quite, and here's why.",
  }),
  noted("f311", 77, "P17", ask("assessment"), {
    text: "I'd have one question, one mark scheme, and markers who don't know which provider taught you.",
  }),
  noted("f312", 78, "P01", ask("assessment"), {
    text: "I don't want an exam. Re-mark a sample from every provider each year and publish the results.",
  }),
  noted("f313", 78, "P05", improvement("assessment"), {
    text: "I failed the first time because of the headings. I passed the second time, and I hadn't changed a single idea in it.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
  said("f314", 79, "P01", improvement("assessment"), {
    text: "I sit on appointment panels for three or four schools. I've stopped asking which NPQ. I ask who it was with, and I don't like that I ask that.",
  }),
  overheard("f315", 80, improvement("assessment"), {
    text: "If we moderated Year 11 coursework like that, we'd be investigated for malpractice.",
  }),
  hostSaid(
    "f316",
    80,
    "H1",
    "Asked the room not to name providers, and to keep to what each person had seen for themselves.",
  ),
  facilitatorNote("f317", 81, "Loudest part of the afternoon. A provider was named twice; not written down."),
  group("f318", 82, ask("assessment"), {
    text: "Show of hands: one set of expectations, held centrally, with providers free to teach it in their own way.",
    hands: { raised: 14, asked: 20 },
  }),
]);
