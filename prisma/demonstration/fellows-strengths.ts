import {
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  overheard,
  room,
  said,
  strength,
  underQuestion,
} from "./line";

/** What was said at the Fellows' roundtable under its first question: what NPQs do well. */
export const fellowsStrengths = underQuestion(1, [
  hostSaid(
    "f101",
    1,
    "H1",
    "Welcome. Chatham House Rule explained: use what you hear, never say who said it or where they work.",
  ),
  hostSaid(
    "f102",
    3,
    "H2",
    "Here to listen. Nothing said today is policy, and nothing has been decided about any one NPQ.",
  ),
  noted("f103", 5, "P15", strength("content"), {
    text: "Reading list is the best thing on NPQH. Arguments in briefing now start from a paper, not from whoever has been there longest.",
    npqs: ["NPQH"],
  }),
  said("f104", 6, "P03", strength("content"), {
    text: "Before I did it I'd run a school for six years on instinct and biscuits. Cognitive load was the first thing anybody ever gave me that explained why my Year 9s fall apart at ten past eleven.",
    npqs: ["NPQH"],
  }),
  noted("f105", 7, "P02", strength("content"), {
    text: "Retrieval and worked examples went straight into the department plan. Sceptics came round because they could look the references up themselves.",
  }),
  said("f106", 8, "P12", strength("content"), {
    text: "I'll be honest, I expected posters about behaviour. What I got was memory, motivation, habit. I use the bit on habit every single week with my form tutors.",
    npqs: ["NPQLBC"],
  }),
  noted("f107", 9, "P06", improvement("content"), {
    text: "Reading research strong; next to nothing on autism or language disorder. SEND section felt bolted on the night before.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f108", 10, "P08", strength("content"), {
    text: "Facilitates across eleven schools. A trainee and a head now mean one and the same thing by 'scaffold', which five years ago they did not.",
  }),
  said("f109", 11, "P18", improvement("content"), {
    text: "I'd put a small health warning on it. We quote the same eight studies at each other until they sound like scripture. Nobody on my course ever asked which ones hadn't replicated.",
    cleared: false,
  }),
  noted("f110", 12, "P17", strength("content"), {
    text: "Maths NPQ: work on representations changed how the whole school introduces fractions. Can point at the exercise books.",
    npqs: ["NPQLPM"],
  }),
  noted("f111", 13, "P10", strength("content"), {
    text: "Knew a good half of it already from mentoring new teachers. Value lay in telling governors it is researched and not this term's fad.",
  }),
  hostSaid(
    "f112",
    14,
    "H2",
    "Asked whether experienced staff trust the research as readily as newer ones do.",
  ),
  noted("f113", 14, "P15", observation("content"), {
    text: "In answer: his older colleagues are won over by seeing it work next door. The reading comes second, if at all.",
  }),
  said("f114", 15, "P13", strength("networks"), {
    text: "I'd never sat in another school's staff room before. I came home and moved every single reading corner.",
    npqs: ["NPQLL"],
  }),
  noted("f115", 16, "P01", strength("networks"), {
    text: "Head of a very small school. Her cohort was the first group of equals she had had in nine years; the chat group is still going at ten at night.",
  }),
  said("f116", 17, "P07", strength("networks"), {
    text: "The best question anyone's ever put to me about my school came from a woman who runs a nursery two counties away. She just said, why? And I hadn't got an answer.",
  }),
  noted("f117", 18, "P05", strength("networks"), {
    text: "Being pulled up by people who are not your line manager and never could be. Politeness ran out about session three, and then it got good.",
  }),
  noted("f118", 19, "P20", strength("networks"), {
    text: "NPQSL on the form gets you the interview. Every panel chair he has met knows what it is and roughly what it took.",
    npqs: ["NPQSL"],
  }),
  noted("f119", 20, "P12", improvement("networks"), {
    text: "His group was all from one trust. Nobody tells the boss's boss that her favourite diagram is nonsense.",
    cleared: false,
  }),
  said("f120", 21, "P09", strength("networks"), {
    text: "It matters that it's a proper national thing. When I say I've done my headship NPQ, the mainstream heads stop talking to me slowly.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("f121", 22, "P16", [...strength("networks"), ...observation("phase")], {
    text: "Only one from alternative provision in a group of thirty. Lovely group, learned a lot from them, and spent the year explaining what a respite place is.",
    cleared: false,
  }),
  said("f122", 22, "P03", strength("networks"), {
    text: "There were two of us from PRUs on mine and we found each other by the coffee in about ninety seconds. We still swap risk assessments.",
  }),
  notedOfSomeone("f123", 23, observation("networks"), {
    text: "From the far end of the table: parents have never heard of NPQs; governors have all heard of them and could not name one.",
  }),
  room("f124", 24, strength("networks"), {
    text: "Several nodding when it was said that meeting people from elsewhere was worth the time on its own.",
    agreementSeen: true,
  }),
  said("f125", 25, "P02", [...strength("implementation"), ...improvement("implementation")], {
    text: "I did a little dance when the project went, because I'd watched a colleague writing hers up on Boxing Day. And then I finished mine, got the certificate, and realised I hadn't actually changed anything.",
    areas: ["workload"],
  }),
  noted("f126", 26, "P18", strength("implementation"), {
    text: "Project gone and good riddance. On the old middle leaders' one he chased signatures round three departments for a thing nobody needed.",
    npqs: ["NPQML"],
    areas: ["workload"],
    cleared: false,
  }),
  said("f127", 27, "P05", strength("implementation"), {
    text: "I sat my assessment with a baby who was sixteen days old. If there'd been a project on top I'd have walked away, and I nearly did anyway.",
    areas: ["workload"],
    cleared: false,
  }),
  overheard("f128", 27, strength("implementation"), {
    text: "Nobody's cried over a Gantt chart since it went.",
  }),
  facilitatorNote(
    "f129",
    28,
    "Warm start; nobody short of something good to say. Bring primary and specialist colleagues in first on the next question.",
  ),
]);
