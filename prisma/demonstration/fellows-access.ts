import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  overheard,
  group,
  said,
  underQuestion,
} from "./contribution";

/** Under the fourth question: who can take an NPQ, who pays, and what should come next. */
export const fellowsAccess = underQuestion(4, [
  noted("f401", 98, "P01", improvement("funding"), {
    text: "We're in deficit. One fee pays for a teaching assistant until half term. I've had to say no to two good people this year.",
  }),
  said("f402", 99, "P07", improvement("funding"), {
    text: "There's nobody within ninety miles of me running the literacy one with a place left. It's there on a website, but I can't get on it.",
    npqs: ["NPQLL"],
  }),
  noted("f403", 100, "P08", improvement("funding"), {
    text: "We need fifteen people to break even on a specialist group. We had six for behaviour last autumn, so it didn't run and the six of them gave up.",
    npqs: ["NPQLBC"],
  }),
  noted("f404", 101, "P04", improvement("funding"), {
    text: "Our central fund tops up every place. The board asks me why every year, and the first year the reserves are low it will stop.",
    areas: ["operational-leadership"],
  }),
  said("f405", 102, "P13", improvement("funding"), {
    text: "I paid for mine in instalments, like a sofa, because we weren't on the list. My friend four streets away got hers for nothing.",
    npqs: ["NPQLL"],
  }),
  noted("f406", 103, "P09", improvement("funding"), {
    text: "In a special school you can't just get a supply teacher. You need someone who knows the feeding plans. The real cost is three times the fee.",
    areas: ["send"],
  }),
  said("f407", 104, "P03", ask("funding"), {
    text: "Please don't fund it for a year and then wait and see. I can't plan a staffing structure around wait and see.",
    areas: ["operational-leadership"],
  }),
  noted("f408", 105, "P11", improvement("funding"), {
    text: "The Sandquay end of our federation only hears the dates once the places have gone. The last scholarship round closed in their half-term holiday.",
    masks: [{ words: "Sandquay", as: "place" }],
    cleared: false,
  }),
  said("f409", 106, "P15", observation("funding"), {
    text: "I'm nearly embarrassed to say it, but I've got three providers ringing me up. Take my money and spend it where there aren't any.",
  }),
  noted("f410", 107, "P17", improvement("funding"), {
    text: "The maths lead at the school next door started hers while it was still funded. The next person couldn't start at all.",
    npqs: ["NPQLPM"],
    cleared: false,
  }),
  overheard("f411", 107, improvement("funding"), {
    text: "Some of us get the funding and some of us just don't.",
  }),
  notedOfSomeone("f412", 108, observation("funding"), {
    text: "Supply teachers can't get any of it, and some of them lead more than they're paid to. (From someone by the window.)",
  }),
  noted("f413", 109, "P04", ask("funding"), {
    text: "I'd like rules that stay the same for several years, so that a trust can plan who goes when.",
    areas: ["operational-leadership"],
  }),
  noted("f414", 110, "P01", ask("funding"), {
    text: "Either have a lower rate for small schools, or pay for the cover and let us find the fee.",
  }),
  group("f415", 111, ask("funding"), {
    text: "Show of hands: keep some public money in every NPQ, including the specialist ones.",
    hands: { raised: 17, asked: 20 },
  }),
  said("f416", 112, "P02", ask("implementation"), {
    text: "If I get one wish, it's that you can't pass until something in your school has changed. It doesn't have to be big. A new duty rota would do.",
  }),
  noted("f417", 113, "P12", ask("implementation"), {
    text: "Give us hours in the week to try things out. Without that it's just something you do in your own time.",
    areas: ["workload"],
    cleared: false,
  }),
  noted("f418", 114, "P15", ask("assessment"), {
    text: "Say clearly what a pass is, for everyone. Then leave the providers alone.",
  }),
  noted("f419", 114, "P13", ask("phase"), {
    text: "Whatever else you change, start the first film in a Year 2 class.",
  }),
  said("f420", 115, "P20", ask("leadership"), {
    text: "Teach me to manage people before I'm the one they complain to. Afterwards is too late, and frankly it's more expensive.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
  }),
  group("f421", 116, ask("implementation"), {
    text: "Several heads nodded at 'something in your school has changed'. No hands were counted.",
    agreementSeen: true,
  }),
  noted("f422", 117, "P09", ask("other"), {
    text: "Please tell us what happens next. I've filled in two surveys about NPQs and never heard back from either.",
  }),
  noted("f423", 117, "P17", improvement("other"), {
    text: "When I registered I was asked for the same details three times, and they still spelt my school wrong in every confirmation.",
    areas: ["workload"],
  }),
  hostSaid(
    "f424",
    118,
    "H1",
    "Thanks. Everyone gets a link to their own contributions within two weeks, to correct or to confirm.",
  ),
  hostSaid(
    "f425",
    119,
    "H2",
    "Will take the points on places and on marking back to colleagues; a summary will be the College's to write.",
  ),
  facilitatorNote(
    "f426",
    120,
    "One person did not speak at all; thanked the hosts warmly at the door. Links between NPQs and early career training not reached.",
  ),
]);
