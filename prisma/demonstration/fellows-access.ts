import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  overheard,
  room,
  said,
  underQuestion,
} from "./line";

/** Under the fourth question: who can take an NPQ, who pays, and what should come next. */
export const fellowsAccess = underQuestion(4, [
  noted("f401", 98, "P01", improvement("funding"), {
    text: "In deficit. One fee is a teaching assistant until half term. Told two good people no this year.",
  }),
  said("f402", 99, "P07", improvement("funding"), {
    text: "There's nobody within ninety miles of me running the literacy one with a place left. It exists on a website. That's not the same as it existing.",
    npqs: ["NPQLL"],
  }),
  noted("f403", 100, "P08", improvement("funding"), {
    text: "Fifteen names to break even on a specialist group. Had six for behaviour last autumn; it did not run, and the six drifted off.",
    npqs: ["NPQLBC"],
  }),
  noted("f404", 101, "P04", improvement("funding"), {
    text: "Central funds top up each place. The board asks why every year, and the year the reserves dip it will stop.",
    areas: ["operational-leadership"],
  }),
  said("f405", 102, "P13", improvement("funding"), {
    text: "I paid for mine in instalments, like a sofa, because we weren't on the list. My friend four streets away got hers for nothing.",
    npqs: ["NPQLL"],
  }),
  noted("f406", 103, "P09", improvement("funding"), {
    text: "Cover in a special school is not a supply teacher; it is someone who knows the feeding plans. The true price is three times the fee.",
    areas: ["send"],
  }),
  said("f407", 104, "P03", ask("funding"), {
    text: "Don't do what always gets done, which is give it us for a year and then wait and see. I can't plan a staffing structure on wait and see.",
    areas: ["operational-leadership"],
  }),
  noted("f408", 105, "P11", improvement("funding"), {
    text: "Sandquay end of the federation hears of the dates after the places have gone; the last scholarship round closed in their holiday week.",
    masks: [{ words: "Sandquay", as: "place" }],
    cleared: false,
  }),
  said("f409", 106, "P15", observation("funding"), {
    text: "I'm nearly embarrassed to say it, but I've got three providers ringing me up. Take my money and spend it where there aren't any.",
  }),
  noted("f410", 107, "P17", improvement("funding"), {
    text: "Maths lead at the school next door began hers while it was paid for. The one after could not start at all.",
    npqs: ["NPQLPM"],
    cleared: false,
  }),
  overheard("f411", 107, improvement("funding"), {
    text: "The haves and the have-NPQs.",
  }),
  notedOfSomeone("f412", 108, observation("funding"), {
    text: "By the window: supply teachers cannot get any of it, and some of them lead more than they are paid to.",
  }),
  noted("f413", 109, "P04", ask("funding"), {
    text: "Rules that stay put for several years, so that a trust can plan who goes when.",
    areas: ["operational-leadership"],
  }),
  noted("f414", 110, "P01", ask("funding"), {
    text: "A rate for small schools, or pay the cover and let the school find the fee.",
  }),
  room("f415", 111, ask("funding"), {
    text: "Hands for keeping some public money in every NPQ, the specialist ones included.",
    hands: { raised: 17, asked: 20 },
  }),
  said("f416", 112, "P02", ask("implementation"), {
    text: "If I get one wish it's that you can't pass until something's different in your school. It needn't be big. A rota would do.",
  }),
  noted("f417", 113, "P12", ask("implementation"), {
    text: "Hours in the week to try the thing out. Without them it is a hobby.",
    areas: ["workload"],
    cleared: false,
  }),
  noted("f418", 114, "P15", ask("assessment"), {
    text: "Say once and for everybody what a pass is. Then leave the providers alone.",
  }),
  noted("f419", 114, "P13", ask("phase"), {
    text: "Whatever else changes, open the first film on a Year 2 class.",
  }),
  said("f420", 115, "P20", ask("leadership"), {
    text: "Teach me to manage people before I'm the one they complain to. After is too late, and frankly it's more expensive.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
  }),
  room("f421", 116, ask("implementation"), {
    text: "Heads nodding at 'something's different in your school'; no hands taken.",
    agreementSeen: true,
  }),
  noted("f422", 117, "P09", ask("other"), {
    text: "Wants to be told how it ends. Has filled in two surveys on NPQs before now and heard back from neither.",
  }),
  noted("f423", 117, "P17", improvement("other"), {
    text: "Registering: same details asked for three times, and her school spelt wrong in each of the confirmations.",
    areas: ["workload"],
  }),
  hostSaid(
    "f424",
    118,
    "H1",
    "Thanks. Everyone gets a link to their own lines within two weeks, to correct or to confirm.",
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
