import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  observation,
  overheard,
  group,
  said,
  strength,
  underQuestion,
} from "./contribution";

/** Under the second question, first half: how well the content fits the job, and the setting. */
export const fellowsFit = underQuestion(2, [
  said("f201", 31, "P15", improvement("leadership"), {
    text: "First fortnight as a head I had a staffing restructure, a dead boiler and a grievance. The course had taught me an awful lot about phonics.",
    npqs: ["NPQH"],
    areas: ["operational-leadership"],
  }),
  noted("f202", 32, "P04", improvement("leadership"), {
    text: "Budgets, reserves, pensions, estates: I learned all of it from our finance director, driving between schools. NPQEL hardly looks at a set of accounts.",
    npqs: ["NPQEL"],
    areas: ["operational-leadership"],
  }),
  noted("f203", 33, "P10", improvement("leadership"), {
    text: "NPQSL tells you what good staff development looks like. It doesn't help you tell someone you've worked with for ten years that her lesson was poor.",
    npqs: ["NPQSL"],
  }),
  said("f204", 34, "P02", improvement("leadership"), {
    text: "We had one slide on motivation. One. I went and bought a book about it with my own money, and there's eighty years of research on this.",
  }),
  noted("f205", 35, "P20", improvement("leadership"), {
    text: "Absence, capability, maternity cover: I got each of them wrong once, and that's how I learned. HR just gets passed on by word of mouth.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
  }),
  noted("f206", 36, "P05", strength("leadership"), {
    text: "I don't agree. A middle leader doesn't need accounts. I need a department meeting that's useful and finishes on time, and what I got on leading teaching was right for that.",
    npqs: ["NPQLT"],
  }),
  said("f207", 37, "P14", improvement("leadership"), {
    text: "I line-manage twenty-three teaching assistants. They're two thirds of the adults in my building, they're paid by the hour, and there isn't a page on them. Not a page.",
    npqs: ["NPQSL"],
    areas: ["send", "operational-leadership"],
  }),
  noted("f208", 38, "P16", improvement("leadership"), {
    text: "Commissioned places, top-up funding and panel meetings take up most of my week. There was nothing on how to negotiate with a local authority.",
    areas: ["operational-leadership"],
  }),
  noted("f209", 39, "P07", [...improvement("leadership"), ...ask("leadership")], {
    text: "In the teaching units every idea comes with the research behind it. In the leadership ones you get tips. I'd like leadership theory to be taken just as seriously.",
  }),
  noted("f210", 40, "P06", improvement("leadership"), {
    text: "As a SENCO I lead people I don't manage, with a budget I can't see. I need to know how to influence people, and what we got was the Code of Practice again.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f211", 41, "P11", improvement("leadership"), {
    text: "I'm executive head with two governing bodies. The governance unit assumes that everyone has one school and one board.",
    npqs: ["NPQEL"],
    cleared: false,
  }),
  said("f212", 42, "P04", [...strength("leadership"), ...improvement("leadership")], {
    text: "To be fair to it, the section on culture is the one I go back to. I'd just like something on budgets to go with it.",
    npqs: ["NPQEL"],
  }),
  overheard("f213", 42, improvement("leadership"), {
    text: "Nobody ever lost their job for not knowing about dual coding. Plenty of people have over a settlement agreement.",
  }),
  group("f214", 43, improvement("leadership"), {
    text: "Show of hands: more on managing people and money, at every level of leadership. One colleague was out of the room.",
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
    text: "I'm a teaching head with mixed-age classes. In the case studies there's always a leadership team of eight and a data manager. I'm the data manager, and I grit the playground too.",
    npqs: ["NPQH"],
  }),
  noted("f218", 47, "P10", observation("phase"), {
    text: "I'm primary too and it bothers me less. The ideas work anywhere if the facilitator makes the link to your phase, and mine did. I think it's the delivery, not the framework.",
  }),
  said("f219", 48, "P09", improvement("phase"), {
    text: "I've got pupils who are making progress if they can stay in the room. Show me where the lecture on sequencing has anything to say about that.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  said("f220", 49, "P03", improvement("phase"), {
    text: "The behaviour material's written for a school that can exclude somebody. We're where those children go next. We can't send them anywhere else.",
    npqs: ["NPQLBC"],
    areas: ["send"],
  }),
  said("f221", 50, "P16", improvement("phase"), {
    text: "Half of mine arrive in March. You can't plan a curriculum in September for a child who hasn't been excluded yet.",
    areas: ["send"],
  }),
  noted("f222", 51, "P17", improvement("phase"), {
    text: "Early years hardly gets a mention. The Reception lead in my group stopped coming after the third session and nobody phoned her.",
    cleared: false,
  }),
  noted("f223", 52, "P06", ask("phase"), {
    text: "I'd have a common core for everyone and then split into primary, secondary and specialist. I'd rather do the first half with secondary colleagues than lose them.",
  }),
  noted("f224", 53, "P14", ask("phase"), {
    text: "Special schools need their own strand from start to finish, taught by people who've worked in one. A chapter at the end isn't enough.",
    areas: ["send"],
  }),
  said("f225", 54, "P11", ask("phase"), {
    text: "Keep the core the same for all of us, so it's still one qualification. Then let me do my part with people who know what a breakfast club costs.",
  }),
  noted("f226", 55, "P09", observation("phase"), {
    text: "I run a special school, but I don't want a separate strand. Within a year people would think it was worth less. I'd rather everyone else saw our examples as well.",
    areas: ["send"],
  }),
  group("f227", 56, ask("phase"), {
    text: "People on both sides of the table nodded when someone described a shared core with a part for each phase.",
    agreementSeen: true,
  }),
  facilitatorNote(
    "f228",
    56,
    "Primary and specialist colleagues doing the talking; secondary colleagues listening hard. Not to be written up as agreement.",
  ),
]);
