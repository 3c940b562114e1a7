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
  strength,
  underQuestion,
} from "./line";

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
    text: "Fluency unit: whole school reading aloud twice a week since the spring. The quiet ones read now.",
    npqs: ["NPQLL"],
  }),
  noted("n104", 8, "P08", strength("implementation"), {
    text: "Her plan from the maths NPQ moved with her into senior leadership and is in use in Years 3 to 6. Nobody made her write it up; she would have done less if they had.",
    npqs: ["NPQLPM"],
    areas: ["workload"],
    cleared: false,
  }),
  said("n105", 10, "P07", strength("networks"), {
    text: "Four of us still meet, in a garden centre halfway between. It's the best training I get all year and it costs a scone.",
    npqs: ["NPQLBC"],
  }),
  noted("n106", 12, "P01", strength("networks"), {
    text: "Recruitment packs across the area list it as desirable. Opens a door with governors that a master's did not.",
    npqs: ["NPQSL"],
  }),
  noted("n107", 13, "P12", observation("networks"), {
    text: "Sat on an appointing panel that could not tell one NPQ from another; ended up asking the candidates to explain.",
    cleared: false,
  }),
  noted("n108", 15, "P05", improvement("content"), {
    text: "The memory research is silent on slow processing and on language need. Her pupils are the footnote in every example.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("n109", 16, "P02", strength("content"), {
    text: "From the front of the room: people argue with the evidence now. They used to take it down like dictation.",
  }),
  noted("n110", 18, "P09", improvement("implementation"), {
    text: "Nobody at school ever asked what she had learned. The certificate came by email and went in a drawer, if an email can.",
    npqs: ["NPQH"],
  }),
  notedOfSomeone("n111", 19, strength("implementation"), {
    text: "A voice from the back: with the project still in it she would not have finished at all.",
    areas: ["workload"],
  }),
  said("n112", 21, "P11", improvement("phase"), {
    text: "I teach sixteen to nineteen. I was a year on the thing and never saw a picture of one of my students, and they're enormous, you'd notice.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
]);

const inTheWay = underQuestion(2, [
  noted("n201", 25, "P04", improvement("funding"), {
    text: "Coast: group of nine folded a week before it began. Offered a screen and a group in another region.",
    npqs: ["NPQLL"],
  }),
  said("n202", 27, "P06", improvement("funding"), {
    text: "I'm the one who signs it off, so I'll say it. It isn't the fee, it's the Thursday. I pay for every place twice.",
    areas: ["operational-leadership"],
  }),
  noted("n203", 29, "P02", improvement("funding"), {
    text: "Behaviour and literacy groups put together to make the numbers up. Neither got examples of its own.",
    npqs: ["NPQLBC", "NPQLL"],
  }),
  noted("n204", 31, "P03", improvement("funding"), {
    text: "On the list one year and off it the next, by four pupils.",
  }),
  noted("n205", 33, "P06", improvement("leadership"), {
    text: "New heads come off the headship one unable to read a three-year forecast. Teaches them himself, Tuesdays at five.",
    npqs: ["NPQH"],
    areas: ["operational-leadership"],
  }),
  said("n206", 35, "P09", improvement("leadership"), {
    text: "Nobody let on that headship's mostly other grown-ups. I was ready for the children.",
    npqs: ["NPQH"],
  }),
  noted("n207", 37, "P07", improvement("leadership"), {
    text: "Ran a first disciplinary meeting off a template from the internet. It was for a bakery.",
    areas: ["operational-leadership"],
  }),
  noted("n208", 39, "P01", observation("leadership"), {
    text: "Would leave money out: there is a business manager for that. A deputy should learn to say what the school will stop doing.",
    npqs: ["NPQSL"],
  }),
  noted("n209", 41, "P05", improvement("assessment"), {
    text: "Laid her script beside another SENCO's. Same weakness: marked down in the one, praised as candour in the other.",
    npqs: ["NPQSENCO"],
  }),
  noted("n210", 43, "P02", improvement("assessment"), {
    text: "Markers at Wrenfold get twenty minutes a script. The standardising meeting is an hour, on a screen, once.",
    masks: [{ words: "Wrenfold", as: "provider" }],
    cleared: false,
  }),
  said("n211", 44, "P08", improvement("assessment"), {
    text: "I passed. I've no idea how well. I might have been top, I might have been one word off.",
    npqs: ["NPQLPM"],
  }),
  noted("n212", 46, "P10", strength("assessment"), {
    text: "Marker's two pages were worth a term of observation. Would not swap them for a fairer grid.",
    npqs: ["NPQLL"],
  }),
  noted("n213", 48, "P09", improvement("phase"), {
    text: "Three heads of special schools on her course: given a room of their own for the activity and not visited.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("n214", 50, "P03", observation("phase"), {
    text: "Culture and staff development sat perfectly well in a primary. Only the curriculum parts need a version of their own.",
    npqs: ["NPQH"],
  }),
  said("n215", 52, "P10", improvement("delivery"), {
    text: "You learn to keep the tab moving. Nine at night, click, count to forty, click.",
    areas: ["workload"],
  }),
  noted("n216", 54, "P07", strength("delivery"), {
    text: "Clubs on Mondays, fixtures on Wednesdays: modules at midnight were how he finished, and he would fight for them.",
    areas: ["workload"],
  }),
  noted("n217", 56, "P11", improvement("repetition"), {
    text: "Same change model in both of hers; by the second she was skipping to the quiz.",
    npqs: ["NPQLT", "NPQSL"],
    areas: ["progression"],
    cleared: false,
  }),
  overheard("n218", 57, improvement("funding"), {
    text: "London gets the room, we get the link.",
  }),
  noted("n219", 58, "P03", strength("delivery"), {
    text: "Run in the hall at Owlerby on the partnership's own training days, screen in between. No travel, no cover, and everyone came.",
    masks: [{ words: "Owlerby", as: "school" }],
  }),
  noted("n220", 59, "P06", improvement("funding"), {
    text: "Trust makes up the gap on every place from its own pot, four schools' worth this year.",
    areas: ["operational-leadership"],
  }),
  room("n221", 60, improvement("funding"), {
    text: "Rueful nodding along the window side at 'it's the Thursday'.",
    agreementSeen: true,
  }),
  facilitatorNote(
    "n222",
    60,
    "Cover, not fees, is what this room keeps coming back to. Different from London in May.",
  ),
]);

const keepOrChange = underQuestion(3, [
  room("n301", 63, ask("assessment"), {
    text: "Hands for a moderation of marking that providers do not run themselves.",
    hands: { raised: 9, asked: 12 },
  }),
  noted("n302", 65, "P01", ask("assessment"), {
    text: "A panel from outside that reads a slice of everybody's and publishes what it finds.",
  }),
  said("n303", 67, "P05", ask("coaching"), {
    text: "I don't want a mentor, I've had mentors. I want someone to watch me run one meeting and tell me the truth in the car park.",
    npqs: ["NPQSENCO"],
  }),
  noted("n304", 69, "P09", ask("coaching"), {
    text: "A coach in the first year after the award, not during, when there is something to be coached about. Another special head, not a consultant.",
    npqs: ["NPQH"],
    areas: ["send"],
  }),
  noted("n305", 71, "P06", ask("funding"), {
    text: "Three-year settlement. Would match it pound for pound, if told by January.",
    areas: ["operational-leadership"],
  }),
  noted("n306", 73, "P04", ask("funding"), {
    text: "A weighting for coast and country, as there is for so much else.",
  }),
  said("n307", 75, "P08", ask("implementation"), {
    text: "One protected day back at school for each module. Not to write anything. To do the thing.",
    areas: ["workload"],
  }),
  noted("n308", 77, "P10", ask("phase"), {
    text: "Everyone together for the shared part, then a primary route, chosen on the day you register.",
  }),
  noted("n309", 78, "P02", ask("delivery"), {
    text: "Groups run by trusts, with one facilitator from outside, or you only ever hear your own people.",
  }),
  noted("n310", 79, "P11", ask("phase"), {
    text: "And a part for sixteen to nineteen, after whatever is common to all.",
    cleared: false,
  }),
  noted("n311", 80, "P03", ask("repetition"), {
    text: "Print on the front of each one what is in it that the one below has not got.",
    areas: ["progression"],
  }),
  noted("n312", 82, "P07", ask("leadership"), {
    text: "Practise the awkward conversation with a stranger before having it with Brian.",
    cleared: false,
  }),
  noted("n313", 84, "P12", ask("other"), {
    text: "A two-hour version for governors, who approve the money and have not the least idea what is taught.",
    cleared: false,
  }),
  noted("n314", 85, "P09", ask("phase"), {
    text: "For special schools: own group and own tutor the whole way through, even if it meets twice a year.",
    areas: ["send"],
  }),
  noted("n315", 86, "P04", ask("delivery"), {
    text: "Half a term at a time, stopping and starting when the school can bear it.",
  }),
  hostSaid("n316", 88, "H1", "Thanks, and how read-back will work."),
]);

export const northernLines = [...changed, ...inTheWay, ...keepOrChange];
