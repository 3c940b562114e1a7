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
} from "./contribution";

/** Under the third question, second part: how NPQs are taught, and coaching. */
export const fellowsDelivery = underQuestion(3, [
  noted("f321", 83, "P07", improvement("delivery"), {
    text: "My nearest face-to-face day was at Polgarrow. It was two hours there and two hours back, and the supply teacher cost more than the train.",
    masks: [{ words: "Polgarrow", as: "place" }],
  }),
  said("f322", 84, "P18", improvement("delivery"), {
    text: "I did the asynchronous modules at double speed while I was cooking tea. I'm not proud of it, but I don't think I'm the only one.",
    areas: ["workload"],
    cleared: false,
  }),
  said("f323", 84, "P14", strength("delivery"), {
    text: "Well, I needed those. I've got two small children and a husband on shifts. If I couldn't have done it at eleven at night I wouldn't have an NPQ, so please don't get rid of the part everyone's complaining about.",
    areas: ["workload"],
  }),
  noted("f324", 85, "P04", strength("delivery"), {
    text: "Fenmarch runs it with a partner in our own hall, twenty people at a time, using our own policies. Take-up has doubled and the groups carry on meeting afterwards.",
    masks: [{ words: "Fenmarch", as: "trust" }],
  }),
  noted("f325", 86, "P13", strength("delivery"), {
    text: "We had two days together first and did the rest on screen after school. I knew everyone by then, so the online part worked.",
  }),
  noted("f326", 87, "P08", improvement("delivery"), {
    text: "I can see the log-ins: a three-hour module open for nine minutes. It's only in the live hour that anyone says anything.",
    cleared: false,
  }),
  noted("f327", 88, "P01", ask("delivery"), {
    text: "I'd like units that you can take one at a time and build up. A school my size can't spare anyone for eighteen months, but we could manage half a term.",
  }),
  noted("f328", 89, "P10", observation("delivery"), {
    text: "I can see units working for staff, but I worry it becomes a sticker chart. Who makes sure it still adds up to being able to lead?",
  }),
  notedOfSomeone("f329", 89, ask("delivery"), {
    text: "Twilights, please, not whole days. (Two people spoke at once; could not tell who.)",
    areas: ["workload"],
  }),
  said("f330", 90, "P03", ask("coaching"), {
    text: "Give me six hours with somebody who's done my job and you can have thirty hours of webinar back.",
  }),
  said("f331", 91, "P05", ask("coaching"), {
    text: "I'd want a coach who doesn't line-manage me or anyone I work with. My in-school mentor was whoever had a free period, and she told me so.",
    npqs: ["NPQLT"],
  }),
  noted("f332", 92, "P06", improvement("coaching"), {
    text: "I'm the only SENCO in the building, so nobody there can coach me in the job. Match me with a serving SENCO somewhere else.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f333", 93, "P12", strength("coaching"), {
    text: "Beacon and Lyle tried three coaching calls with my group. It was the only time all year that we talked about my own corridor.",
    npqs: ["NPQLBC"],
    masks: [{ words: "Beacon and Lyle", as: "provider" }],
    cleared: false,
  }),
  noted("f334", 94, "P20", improvement("coaching"), {
    text: "Coaching only works if they're trained. I had an hour of a retired head telling me stories, and came away with a book recommendation.",
  }),
  noted("f335", 95, "P16", ask("coaching"), {
    text: "I'd take a phone call with somebody from another PRU over somebody senior, any day.",
    areas: ["send"],
  }),
  hostSaid("f336", 96, "H2", "Asked who would be the coaches, and who would pay them. Laughter."),
  facilitatorNote("f337", 96, "Coaching came up without being asked about."),
]);
