import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  group,
  said,
  strength,
  underQuestion,
} from "./contribution";

const keep = underQuestion(1, [
  hostSaid(
    "o101",
    1,
    "H1",
    "Welcome, and the Chatham House Rule, which covers the chat as well. Nothing is being recorded.",
  ),
  said("o102", 4, "P04", [...strength("phase"), ...strength("content")], {
    text: "Finally, one with my children in it. The early years one takes two-year-olds seriously.",
    npqs: ["NPQEYL"],
  }),
  noted("o103", 6, "P01", strength("content"), {
    text: "I changed how I explain things after the unit on modelling. The teacher next door copied it without being asked.",
    npqs: ["NPQLT"],
  }),
  noted("o104", 8, "P09", strength("content"), {
    text: "We do number facts little and often since my maths NPQ. By Christmas my Year 4s had stopped using their fingers.",
    npqs: ["NPQLPM"],
    cleared: false,
  }),
  noted("o105", 10, "P05", improvement("content"), {
    text: "The statutory half is excellent. The research half is the general course with the word SEND added.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("o106", 12, "P02", [...improvement("networks"), ...improvement("delivery")], {
    text: "Cameras were off and the breakout rooms were silent. If strangers are going to challenge you, you need to be in the same room.",
  }),
  said("o107", 14, "P07", strength("networks"), {
    text: "Someone I'd met once on a screen drove forty miles to look round our behaviour system. Who does that?",
    npqs: ["NPQLBC"],
    cleared: false,
  }),
  noted("o108", 16, "P08", observation("networks"), {
    text: "In independent schools the name means almost nothing. A parent asked me if it was a swimming badge.",
    cleared: false,
  }),
  noted("o109", 18, "P06", strength("networks"), {
    text: "Our trust puts it in every leadership job description, and people who apply from outside already have it.",
  }),
  notedOfSomeone("o110", 19, strength("content"), {
    text: "I've still got the one-page flowchart on the wall above the kettle. (In the chat, from an account called 'iPad 3'.)",
  }),
]);

const change = underQuestion(2, [
  noted("o201", 22, "P03", improvement("phase"), {
    text: "I'm head of the unit now. When I send staff on NPQs, I warn them they'll have to translate all of it for our pupils.",
    areas: ["send"],
    cleared: false,
  }),
  said("o202", 24, "P03", ask("phase"), {
    text: "I'd like one assignment, just one, that isn't set in a Year 8 classroom with thirty chairs in it.",
    areas: ["send"],
  }),
  noted("o203", 26, "P09", improvement("assessment"), {
    text: "A colleague took last year's best script and followed it heading by heading. She passed.",
    cleared: false,
  }),
  said("o204", 28, "P06", improvement("assessment"), {
    text: "My trustees asked me what the pass rate was, and when I told them they asked me what it was for.",
    npqs: ["NPQEL"],
  }),
  noted("o205", 30, "P07", strength("assessment"), {
    text: "I think the case study is a fair test of whether you've done the reading. The people I hear complaining hadn't.",
    cleared: false,
  }),
  noted("o206", 32, "P01", strength("delivery"), {
    text: "I was on leave with a new baby for half of it. I only finished because the sessions were recorded.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
  said("o207", 34, "P05", improvement("delivery"), {
    text: "By the sixth module I was marking books with my camera off, and so was everybody. You could hear the pages.",
    npqs: ["NPQSENCO"],
    areas: ["workload"],
  }),
  noted("o208", 36, "P02", improvement("funding"), {
    text: "Two groups didn't run this spring. The people left over were offered an online place with a group two hundred miles away.",
    npqs: ["NPQLTD"],
  }),
  noted("o209", 38, "P06", improvement("funding"), {
    text: "I pay the difference for eleven staff, out of the money I'd set aside to train teaching assistants. I'm not proud of that.",
    areas: ["operational-leadership"],
    cleared: false,
  }),
  said("o210", 40, "P04", improvement("funding"), {
    text: "There are four teachers in my school. If I send one on a course, a class has nobody to teach it. Waiving the fee doesn't solve that.",
    npqs: ["NPQEYL"],
  }),
  noted("o211", 42, "P08", improvement("repetition"), {
    text: "I kept a count across my two. I'd already seen about a third of the slides.",
    npqs: ["NPQLTD", "NPQSL"],
    areas: ["progression"],
    cleared: false,
  }),
  facilitatorNote("o212", 43, "Two people dropped off and came back during this question."),
]);

const next = underQuestion(3, [
  noted("o301", 46, "P09", ask("leadership"), {
    text: "Appraisal, pay, turning down a flexible working request: I'd like to learn that before I'm a deputy, please.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
    cleared: false,
  }),
  said("o302", 48, "P06", improvement("leadership"), {
    text: "We promote brilliant teachers into jobs that are about money and people, and then we're surprised when they struggle.",
    areas: ["operational-leadership"],
  }),
  noted("o303", 50, "P05", ask("coaching"), {
    text: "I'd like a serving SENCO on the phone three times a year, and nothing to do with appraisal.",
    areas: ["send"],
  }),
  said("o304", 52, "P01", ask("implementation"), {
    text: "A trial week. I try it on Monday, drop it on Friday if it doesn't work, and tell the group what happened. That would be my assessment.",
    cleared: false,
  }),
  group("o305", 54, ask("delivery"), {
    text: "Poll on screen: units that you can take separately. One person had lost the connection.",
    hands: { raised: 6, asked: 8 },
  }),
  noted("o306", 55, "P02", observation("delivery"), {
    text: "I'm not sure about units. The person who splits something up is never the one who has to put it back together.",
    cleared: false,
  }),
  noted("o307", 57, "P07", [...strength("implementation"), ...ask("implementation")], {
    text: "I'm grateful the project went. I'd still like someone to ask me, six months later, what I did with it all.",
    cleared: false,
  }),
  noted("o308", 58, "P08", ask("repetition"), {
    text: "Have a short test at the start of each unit. If you pass it, you can skip it.",
    areas: ["progression", "workload"],
    cleared: false,
  }),
  noted("o309", 59, "P03", ask("phase"), {
    text: "I'd like a group just for special and alternative provision, taught by one of us, even if we have to wait a term for it.",
    areas: ["send"],
    cleared: false,
  }),
  noted("o310", 60, "P04", [], {
    text: "Something about nursery schools and the scholarship list. The sound cut out. To be asked again at read-back.",
    cleared: false,
  }),
  noted("o311", 61, "P09", [], {
    text: "For maths leads in junior schools: do we look at this with the primary points, or separately?",
    cleared: false,
  }),
  hostSaid("o312", 62, "H1", "Thanks. Links to read back your own contributions go out tomorrow morning."),
]);

export const onlineContributions = [...keep, ...change, ...next];
