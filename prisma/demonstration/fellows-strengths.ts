import {
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  overheard,
  group,
  said,
  strength,
  underQuestion,
} from "./contribution";

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
    text: "The reading list is the best thing about NPQH. When we disagree in briefing now, people start from the research and not from who has been there longest.",
    npqs: ["NPQH"],
  }),
  said("f104", 6, "P03", strength("content"), {
    text: "Before I did it I'd run a school for six years on instinct. Cognitive load was the first thing anybody gave me that explained why my Year 9s fall apart just before break.",
    npqs: ["NPQH"],
  }),
  noted("f105", 7, "P02", strength("content"), {
    text: "We put retrieval practice and worked examples straight into our department plan. The sceptics came round because they could look up the references themselves.",
  }),
  said("f106", 8, "P12", strength("content"), {
    text: "I'll be honest, I expected posters about behaviour. What I got was memory, motivation, habit. I use the bit on habit every single week with my form tutors.",
    npqs: ["NPQLBC"],
  }),
  noted("f107", 9, "P06", improvement("content"), {
    text: "The research on reading is strong, but there's almost nothing on autism or language disorder. The SEND section feels as if it was added at the last minute.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("f108", 10, "P08", strength("content"), {
    text: "I facilitate across eleven schools. A trainee and a head now mean the same thing when they say 'scaffold'. Five years ago they didn't.",
  }),
  said("f109", 11, "P18", improvement("content"), {
    text: "I'd be a bit careful with it. We quote the same eight studies at each other as if nobody could question them. Nobody on my course ever asked which ones hadn't replicated.",
    cleared: false,
  }),
  noted("f110", 12, "P17", strength("content"), {
    text: "On the maths NPQ, the work on representations changed how the whole school introduces fractions. You can see it in the children's books.",
    npqs: ["NPQLPM"],
  }),
  noted("f111", 13, "P10", strength("content"), {
    text: "I knew about half of it already from mentoring new teachers. For me the value is that I can tell governors it's based on research and isn't this term's fad.",
  }),
  hostSaid(
    "f112",
    14,
    "H2",
    "Asked whether experienced staff trust the research as readily as newer ones do.",
  ),
  noted("f113", 14, "P15", observation("content"), {
    text: "My older colleagues are won over when they see it work in the classroom next door. The reading comes second, if they do it at all.",
  }),
  said("f114", 15, "P13", strength("networks"), {
    text: "I'd never sat in another school's staff room before. I came home and moved every single reading corner.",
    npqs: ["NPQLL"],
  }),
  noted("f115", 16, "P01", strength("networks"), {
    text: "I'm head of a very small school. My cohort was the first group of equals I'd had in nine years, and we still message each other in the evenings.",
  }),
  said("f116", 17, "P07", strength("networks"), {
    text: "The best question anyone's ever put to me about my school came from a woman who runs a nursery two counties away. She just said, why? And I hadn't got an answer.",
  }),
  noted("f117", 18, "P05", strength("networks"), {
    text: "It was good to be challenged by people who aren't my line manager and never will be. By about the third session we'd stopped being polite, and that's when it got useful.",
  }),
  noted("f118", 19, "P20", strength("networks"), {
    text: "If you put NPQSL on the form, you get the interview. Every panel chair I've met knows what it is and roughly how much work it was.",
    npqs: ["NPQSL"],
  }),
  noted("f119", 20, "P12", improvement("networks"), {
    text: "Everyone in my group was from one trust. You're not going to tell your boss's boss that you think the model is wrong.",
    cleared: false,
  }),
  said("f120", 21, "P09", strength("networks"), {
    text: "It matters that it's a proper national thing. When I say I've done my headship NPQ, the mainstream heads stop talking to me slowly.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("f121", 22, "P16", [...strength("networks"), ...observation("phase")], {
    text: "I was the only person from alternative provision in a group of thirty. They were lovely and I learned a lot from them, but I spent the year explaining what a respite place is.",
    cleared: false,
  }),
  said("f122", 22, "P03", strength("networks"), {
    text: "There were two of us from PRUs on my course and we found each other at the first coffee break. We still swap risk assessments.",
  }),
  notedOfSomeone("f123", 23, observation("networks"), {
    text: "Parents have never heard of NPQs. Governors have heard of them, but they couldn't tell you the name of one.",
  }),
  group("f124", 24, strength("networks"), {
    text: "Several people nodded when someone said that meeting people from other schools was worth the time on its own.",
    agreementSeen: true,
  }),
  said("f125", 25, "P02", [...strength("implementation"), ...improvement("implementation")], {
    text: "I did a little dance when the project went, because I'd watched a colleague writing hers up on Boxing Day. And then I finished mine, got the certificate, and realised I hadn't actually changed anything.",
    areas: ["workload"],
  }),
  noted("f126", 26, "P18", strength("implementation"), {
    text: "I'm glad the project has gone. On the old middle leaders' one I was chasing signatures round three departments for something nobody needed.",
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
    text: "I don't know anyone who misses the Gantt chart.",
  }),
  facilitatorNote(
    "f129",
    28,
    "Warm start; nobody short of something good to say. Bring primary and specialist colleagues in first on the next question.",
  ),
]);
