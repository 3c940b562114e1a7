import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  said,
  strength,
  underQuestion,
} from "./line";

/** Under the third question, second part: how NPQs are taught, and coaching. */
export const fellowsDelivery = underQuestion(3, [
  noted("f321", 83, "P07", improvement("delivery"), {
    text: "Nearest day in a room was at Polgarrow: two hours there, two back, and the supply teacher cost more than the train.",
    masks: [{ words: "Polgarrow", as: "place" }],
  }),
  said("f322", 84, "P18", improvement("delivery"), {
    text: "I did the asynchronous modules at double speed with the tea on. I'm not proud of it, but I'd like to meet the person who didn't.",
    areas: ["workload"],
    cleared: false,
  }),
  said("f323", 84, "P14", strength("delivery"), {
    text: "Well, you've met her. I've got two small children and a husband on shifts. If it hadn't been sitting there at eleven at night I would not have an NPQ. So please don't bin the bit everyone's moaning about.",
    areas: ["workload"],
  }),
  noted("f324", 85, "P04", strength("delivery"), {
    text: "Fenmarch runs it in its own hall with a partner: twenty people, own policies on the table, soup. Take-up doubled, and they go on meeting.",
    masks: [{ words: "Fenmarch", as: "trust" }],
  }),
  noted("f325", 86, "P13", strength("delivery"), {
    text: "Two days together first, the rest on screen after school. Knew the faces by then, so the screen half worked.",
  }),
  noted("f326", 87, "P08", improvement("delivery"), {
    text: "Can see the log-ins: three-hour module, open for nine minutes. The live hour is where anyone says anything.",
    cleared: false,
  }),
  noted("f327", 88, "P01", ask("delivery"), {
    text: "Units to be taken one at a time and added up. A school her size cannot spare anyone for eighteen months; half a term it could.",
  }),
  noted("f328", 89, "P10", observation("delivery"), {
    text: "Units: yes for staff, but afraid of a sticker album. Who makes sure it still adds up to leading something?",
  }),
  notedOfSomeone("f329", 89, ask("delivery"), {
    text: "Twilights, not whole days. (Two spoke at once; could not tell who.)",
    areas: ["workload"],
  }),
  said("f330", 90, "P03", ask("coaching"), {
    text: "Give me six hours with somebody who's done my job and you can have thirty hours of webinar back.",
  }),
  said("f331", 91, "P05", ask("coaching"), {
    text: "I'd want a coach who isn't anywhere on my line-management tree. My in-school mentor was whoever had a free period, and she told me so.",
    npqs: ["NPQLT"],
  }),
  noted("f332", 92, "P06", improvement("coaching"), {
    text: "The one SENCO in the building: nobody there can coach the job. Match her with a serving SENCO somewhere else.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f333", 93, "P12", strength("coaching"), {
    text: "Beacon and Lyle tried three coaching calls on his group. The one time all year that his own corridor came up.",
    npqs: ["NPQLBC"],
    masks: [{ words: "Beacon and Lyle", as: "provider" }],
    cleared: false,
  }),
  noted("f334", 94, "P20", improvement("coaching"), {
    text: "Only if they are trained. Was given an hour of war stories by a retired head and came away with a book recommendation.",
  }),
  noted("f335", 95, "P16", ask("coaching"), {
    text: "Would take somebody from another PRU over somebody senior, any day, down a phone line.",
    areas: ["send"],
  }),
  hostSaid("f336", 96, "H2", "Asked who would be the coaches, and who would pay them. Laughter."),
  facilitatorNote("f337", 96, "Coaching came up without being asked about."),
]);
