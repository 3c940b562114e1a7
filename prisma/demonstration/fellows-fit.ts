import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  observation,
  overheard,
  room,
  said,
  strength,
  underQuestion,
} from "./line";

/** Under the second question, first half: how well the content fits the job, and the setting. */
export const fellowsFit = underQuestion(2, [
  said("f201", 31, "P15", improvement("leadership"), {
    text: "First fortnight as a head I had a staffing restructure, a dead boiler and a grievance. The course had taught me an awful lot about phonics.",
    npqs: ["NPQH"],
    areas: ["operational-leadership"],
  }),
  noted("f202", 32, "P04", improvement("leadership"), {
    text: "Budgets, reserves, pensions, estates: all learned from the finance director in the car between schools. NPQEL barely opens a set of accounts.",
    npqs: ["NPQEL"],
    areas: ["operational-leadership"],
  }),
  noted("f203", 33, "P10", improvement("leadership"), {
    text: "NPQSL says what good staff development is, and not how to tell a friend of ten years that her lesson was poor.",
    npqs: ["NPQSL"],
  }),
  said("f204", 34, "P02", improvement("leadership"), {
    text: "We did one slide on motivation. One. I bought a book about it with my own money and it turns out there's eighty years of this stuff.",
  }),
  noted("f205", 35, "P20", improvement("leadership"), {
    text: "Absence, capability, maternity cover: got each of them wrong once and learned that way. HR handed down as folklore.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
  }),
  noted("f206", 36, "P05", strength("leadership"), {
    text: "Against: a middle leader does not want accounts. Wants a department meeting that ends on time, and what she got on leading teaching was right for that.",
    npqs: ["NPQLT"],
  }),
  said("f207", 37, "P14", improvement("leadership"), {
    text: "I line-manage twenty-three teaching assistants. They're two thirds of the adults in my building, they're paid by the hour, and there isn't a page on them. Not a page.",
    npqs: ["NPQSL"],
    areas: ["send", "operational-leadership"],
  }),
  noted("f208", 38, "P16", improvement("leadership"), {
    text: "Commissioned places, top-up money and panel meetings are her week. Nothing on sitting opposite a local authority and not blinking.",
    areas: ["operational-leadership"],
  }),
  noted("f209", 39, "P07", [...improvement("leadership"), ...ask("leadership")], {
    text: "The teaching units have names and dates under every idea; the leadership ones have tips. Wants leadership theory treated with the same seriousness.",
  }),
  noted("f210", 40, "P06", improvement("leadership"), {
    text: "A SENCO leads people she does not manage, on a budget she cannot see. Needs what is known about influence; was given the Code of Practice again.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f211", 41, "P11", improvement("leadership"), {
    text: "Two governing bodies, one executive head. Governance unit takes it as read that there is one school and one board.",
    npqs: ["NPQEL"],
    cleared: false,
  }),
  said("f212", 42, "P04", [...strength("leadership"), ...improvement("leadership")], {
    text: "To be fair to it, the section on culture is the one I go back to. I'd just like it to have a spreadsheet next to it.",
    npqs: ["NPQEL"],
  }),
  overheard("f213", 42, improvement("leadership"), {
    text: "Nobody ever lost their job for not knowing dual coding. Plenty have over a settlement agreement.",
  }),
  room("f214", 43, improvement("leadership"), {
    text: "Hands for wanting more on managing people and money, at every level of leadership. One colleague out of the room.",
    hands: { raised: 12, asked: 19 },
    areas: ["operational-leadership"],
  }),
  hostSaid(
    "f215",
    44,
    "H2",
    "Said that budgets and staffing are among the things the department is looking at; what follows from that is open.",
  ),
  said("f216", 45, "P13", improvement("phase"), {
    text: "Every film was a Year 10 English class. I teach children who can't do up their own coats. I got quite good at translating, but I was doing it on a Sunday night.",
    npqs: ["NPQLL"],
  }),
  noted("f217", 46, "P01", improvement("phase"), {
    text: "Teaching head, mixed-age classes. Case studies come with a leadership team of eight and a data manager; she is the data manager, and does the gritting.",
    npqs: ["NPQH"],
  }),
  noted("f218", 47, "P10", observation("phase"), {
    text: "Primary too, and less bothered. The ideas travel if the person at the front takes the trouble to carry them; hers did. Blames delivery before the framework.",
  }),
  said("f219", 48, "P09", improvement("phase"), {
    text: "I've got pupils for whom progress is tolerating the room. Show me the lecture on sequencing that has one thing to say about that.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  said("f220", 49, "P03", improvement("phase"), {
    text: "The behaviour material's written for a school that can exclude somebody. We're where they go afterwards. There isn't an afterwards from us.",
    npqs: ["NPQLBC"],
    areas: ["send"],
  }),
  said("f221", 50, "P16", improvement("phase"), {
    text: "Half of mine arrive in March. You can't build a curriculum in September for a child who hasn't been thrown out of anywhere yet.",
    areas: ["send"],
  }),
  noted("f222", 51, "P17", improvement("phase"), {
    text: "Early years not to be seen. The Reception lead in her group stopped turning up after the third session and nobody rang.",
    cleared: false,
  }),
  noted("f223", 52, "P06", ask("phase"), {
    text: "Common core for everyone, then branches: primary, secondary, specialist. Would sooner share the first half with secondary people than lose them.",
  }),
  noted("f224", 53, "P14", ask("phase"), {
    text: "Special needs its own strand from start to finish, taught by people who have worked in one. A chapter at the back will not do.",
    areas: ["send"],
  }),
  said("f225", 54, "P11", ask("phase"), {
    text: "Keep the middle the same for all of us, so it's still one qualification, and then let me go off and do my bit with people who know what a breakfast club costs.",
  }),
  noted("f226", 55, "P09", observation("phase"), {
    text: "Against a strand of its own, though head of a special school: it would be worth less on paper within a year. Wants the special examples put in front of everybody else.",
    areas: ["send"],
  }),
  room("f227", 56, ask("phase"), {
    text: "Nodding on both sides of the table when a shared core with a part for each phase was put into words.",
    agreementSeen: true,
  }),
  facilitatorNote(
    "f228",
    56,
    "Primary and specialist colleagues doing the talking; secondary colleagues listening hard. Not to be written up as agreement.",
  ),
]);
