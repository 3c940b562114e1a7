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
  strength,
  underQuestion,
} from "./contribution";

const changed = underQuestion(1, [
  hostSaid(
    "n101",
    1,
    "H1",
    "Welcome. What is said may be reported with the speaker's role, and with nothing else about them.",
  ),
  said("n102", 4, "P03", strength("content"), {
    text: "I used to say 'because I say so' in nicer words. Now I've got reasons, and I've got references, and, annoyingly, so has my deputy.",
    npqs: ["NPQH"],
  }),
  noted("n103", 6, "P10", strength("content"), {
    text: "Since the fluency unit the whole school reads aloud twice a week. The quiet children read now.",
    npqs: ["NPQLL"],
  }),
  noted("n104", 8, "P08", strength("implementation"), {
    text: "I took my plan from the maths NPQ with me into senior leadership and we use it in Years 3 to 6. Nobody made me write it up. I'd have done less if they had.",
    npqs: ["NPQLPM"],
    areas: ["workload"],
    cleared: false,
  }),
  said("n105", 10, "P07", strength("networks"), {
    text: "Four of us still meet, in a garden centre halfway between us. It's the best training I get all year and it costs me a scone.",
    npqs: ["NPQLBC"],
  }),
  noted("n106", 12, "P01", strength("networks"), {
    text: "Job packs round here all list it as desirable. It got me further with governors than my master's did.",
    npqs: ["NPQSL"],
  }),
  noted("n107", 13, "P12", observation("networks"), {
    text: "I sat on an appointment panel where none of us could tell one NPQ from another. We had to ask the candidates to explain.",
    cleared: false,
  }),
  noted("n108", 15, "P05", improvement("content"), {
    text: "The memory research doesn't cover slow processing or language needs. My pupils only ever get a footnote.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("n109", 16, "P02", strength("content"), {
    text: "As a facilitator I see people questioning the evidence now. They used to just write it down.",
  }),
  noted("n110", 18, "P09", improvement("implementation"), {
    text: "Nobody at school ever asked what I'd learned. The certificate came by email and that was the end of it.",
    npqs: ["NPQH"],
  }),
  notedOfSomeone("n111", 19, strength("implementation"), {
    text: "If the project had still been in it, I wouldn't have finished at all. (From the back of the room.)",
    areas: ["workload"],
  }),
  said("n112", 21, "P11", improvement("phase"), {
    text: "I teach sixteen to nineteen. I was on the course for a year and never saw one example with students that age.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
]);

const inTheWay = underQuestion(2, [
  noted("n201", 25, "P04", improvement("funding"), {
    text: "We're on the coast. Our group of nine was cancelled a week before it started, and we were offered an online place with a group in another region.",
    npqs: ["NPQLL"],
  }),
  said("n202", 27, "P06", improvement("funding"), {
    text: "I'm the one who signs it off, so I'll say it. It isn't the fee, it's the Thursday. I pay for the place and then I pay for the cover.",
    areas: ["operational-leadership"],
  }),
  noted("n203", 29, "P02", improvement("funding"), {
    text: "They put the behaviour and literacy groups together to get the numbers. Neither of them got its own examples.",
    npqs: ["NPQLBC", "NPQLL"],
  }),
  noted("n204", 31, "P03", improvement("funding"), {
    text: "We were on the list one year and off it the next, because of four pupils.",
  }),
  noted("n205", 33, "P06", improvement("leadership"), {
    text: "New heads come off NPQH and can't read a three-year forecast. I teach them myself, on Tuesdays at five.",
    npqs: ["NPQH"],
    areas: ["operational-leadership"],
  }),
  said("n206", 35, "P09", improvement("leadership"), {
    text: "Nobody told me that headship is mostly about adults. I was ready for the children.",
    npqs: ["NPQH"],
  }),
  noted("n207", 37, "P07", improvement("leadership"), {
    text: "I ran my first disciplinary meeting from a template I found online. It turned out to be for a bakery.",
    areas: ["operational-leadership"],
  }),
  noted("n208", 39, "P01", observation("leadership"), {
    text: "I'd leave the money out, because we have a business manager for that. A deputy needs to learn how to say what the school will stop doing.",
    npqs: ["NPQSL"],
  }),
  noted("n209", 41, "P05", improvement("assessment"), {
    text: "I compared my script with another SENCO's. We had the same weakness. Mine lost marks for it and hers was praised for being honest.",
    npqs: ["NPQSENCO"],
  }),
  noted("n210", 43, "P02", improvement("assessment"), {
    text: "Markers at Wrenfold get twenty minutes a script. Standardising is one meeting, online, for an hour.",
    masks: [{ words: "Wrenfold", as: "provider" }],
    cleared: false,
  }),
  said("n211", 44, "P08", improvement("assessment"), {
    text: "I passed, but I've no idea how well. I could have been top or I could have just scraped through.",
    npqs: ["NPQLPM"],
  }),
  noted("n212", 46, "P10", strength("assessment"), {
    text: "The two pages my marker wrote were worth a term of lesson observations. I wouldn't swap them for a fairer grid.",
    npqs: ["NPQLL"],
  }),
  noted("n213", 48, "P09", improvement("phase"), {
    text: "There were three special school heads on my course. They put us in a separate room for the activity and nobody came to see us.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("n214", 50, "P03", observation("phase"), {
    text: "Culture and staff development worked perfectly well for a primary. It's only the curriculum parts that need their own version.",
    npqs: ["NPQH"],
  }),
  said("n215", 52, "P10", improvement("delivery"), {
    text: "You learn to keep the tab moving. It's nine at night, so you click, count to forty and click again.",
    areas: ["workload"],
  }),
  noted("n216", 54, "P07", strength("delivery"), {
    text: "I've got clubs on Mondays and fixtures on Wednesdays. I finished because I could do modules at midnight, so please keep them.",
    areas: ["workload"],
  }),
  noted("n217", 56, "P11", improvement("repetition"), {
    text: "Both of mine had the same change model. By the second one I was going straight to the quiz.",
    npqs: ["NPQLT", "NPQSL"],
    areas: ["progression"],
    cleared: false,
  }),
  overheard("n218", 57, improvement("funding"), {
    text: "London gets a room and we get a video link.",
  }),
  noted("n219", 58, "P03", strength("delivery"), {
    text: "Our partnership ran it in the hall at Owlerby on our own training days, with online sessions in between. There was no travel and no cover to pay for, and everyone came.",
    masks: [{ words: "Owlerby", as: "school" }],
  }),
  noted("n220", 59, "P06", improvement("funding"), {
    text: "The trust makes up the difference on every place. This year that's four schools' worth.",
    areas: ["operational-leadership"],
  }),
  group("n221", 60, improvement("funding"), {
    text: "Several people along the window side nodded at 'it's the Thursday'.",
    agreementSeen: true,
  }),
  facilitatorNote(
    "n222",
    60,
    "Cover, not fees, is what this room keeps coming back to. Different from London in May.",
  ),
]);

const keepOrChange = underQuestion(3, [
  group("n301", 63, ask("assessment"), {
    text: "Show of hands: have marking moderated by someone other than the providers.",
    hands: { raised: 9, asked: 12 },
  }),
  noted("n302", 65, "P01", ask("assessment"), {
    text: "I'd like an outside panel that reads a sample from every provider and publishes what it finds.",
  }),
  said("n303", 67, "P05", ask("coaching"), {
    text: "I don't want a mentor, I've had mentors. I want someone to watch me run one meeting and tell me the truth in the car park.",
    npqs: ["NPQSENCO"],
  }),
  noted("n304", 69, "P09", ask("coaching"), {
    text: "Give me a coach in my first year in post, not during the course, because that's when I'll have something to talk about. Another special school head, not a consultant.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("n305", 71, "P06", ask("funding"), {
    text: "I'd like a three-year settlement. If you told me by January, I'd match it pound for pound.",
    areas: ["operational-leadership"],
  }),
  noted("n306", 73, "P04", ask("funding"), {
    text: "There should be extra funding for coastal and rural schools, as there is for other things.",
  }),
  said("n307", 75, "P08", ask("implementation"), {
    text: "I'd like one protected day back at school for each module. Not to write anything. To do the thing.",
    areas: ["workload"],
  }),
  noted("n308", 77, "P10", ask("phase"), {
    text: "Do the shared part together, then have a primary route that you choose when you register.",
  }),
  noted("n309", 78, "P02", ask("delivery"), {
    text: "Let trusts run groups, but with one facilitator from outside. Otherwise you only ever hear from your own people.",
  }),
  noted("n310", 79, "P11", ask("phase"), {
    text: "And have a part for sixteen to nineteen, after the part we all do.",
    cleared: false,
  }),
  noted("n311", 80, "P03", ask("repetition"), {
    text: "Say on the front of each one what's in it that wasn't in the one before.",
    areas: ["progression"],
  }),
  noted("n312", 82, "P07", ask("leadership"), {
    text: "Let me practise the difficult conversation with a stranger before I have it with someone in my team.",
    cleared: false,
  }),
  noted("n313", 84, "P12", ask("other"), {
    text: "There should be a two-hour version for governors. They approve the money and they've no idea what's taught.",
    cleared: false,
  }),
  noted("n314", 85, "P09", ask("phase"), {
    text: "Special schools should have our own group and our own tutor all the way through, even if we only meet twice a year.",
    areas: ["send"],
  }),
  noted("n315", 86, "P04", ask("delivery"), {
    text: "I'd like to do it half a term at a time, and stop and start when the school can manage it.",
  }),
  hostSaid("n316", 88, "H1", "Thanks, and how read-back will work."),
]);

export const northernContributions = [...changed, ...inTheWay, ...keepOrChange];
