import {
  ask,
  facilitatorNote,
  hostSaid,
  improvement,
  noted,
  notedOfSomeone,
  observation,
  room,
  said,
  strength,
  underQuestion,
} from "./line";

const keep = underQuestion(1, [
  hostSaid(
    "o101",
    1,
    "H1",
    "Welcome, and the Chatham House Rule, which covers the chat as well. Nothing is being recorded.",
  ),
  said("o102", 4, "P04", [...strength("phase"), ...strength("content")], {
    text: "Finally, one with my children in it. The early years one talks about two-year-olds as if they were people.",
    npqs: ["NPQEYL"],
  }),
  noted("o103", 6, "P01", strength("content"), {
    text: "Rewrote how she explains things after the unit on modelling. The class next door copied it without being asked.",
    npqs: ["NPQLT"],
  }),
  noted("o104", 8, "P09", strength("content"), {
    text: "Number facts little and often, since her maths NPQ. Year 4 stopped using fingers by Christmas.",
    npqs: ["NPQLPM"],
    cleared: false,
  }),
  noted("o105", 10, "P05", improvement("content"), {
    text: "Statutory half excellent. The research half is lifted from the general course with the word SEND added.",
    npqs: ["NPQSENCO"],
    areas: ["send"],
  }),
  noted("o106", 12, "P02", [...improvement("networks"), ...improvement("delivery")], {
    text: "Cameras off, breakout rooms silent. Being challenged by strangers wants a table and a kettle.",
  }),
  said("o107", 14, "P07", strength("networks"), {
    text: "Someone I'd met once on a screen drove forty miles to look round our behaviour system. Who does that?",
    npqs: ["NPQLBC"],
    cleared: false,
  }),
  noted("o108", 16, "P08", observation("networks"), {
    text: "In independent schools the name means next to nothing; a parent asked whether it was a swimming badge.",
    cleared: false,
  }),
  noted("o109", 18, "P06", strength("networks"), {
    text: "Trust writes it into every leadership job description; applicants from outside already have it.",
  }),
  notedOfSomeone("o110", 19, strength("content"), {
    text: "In the chat, from an account called 'iPad 3': still has the one-page flowchart above the kettle.",
  }),
]);

const change = underQuestion(2, [
  noted("o201", 22, "P03", improvement("phase"), {
    text: "Head of the unit now, and sends staff on NPQs with a warning that they will have to translate every page.",
    areas: ["send"],
    cleared: false,
  }),
  said("o202", 24, "P03", ask("phase"), {
    text: "One assignment. Just one, where the right answer isn't in a Year 8 classroom with thirty chairs in it.",
    areas: ["send"],
  }),
  noted("o203", 26, "P09", improvement("assessment"), {
    text: "A colleague poured her answer into last year's winning script, heading by heading. Passed.",
    cleared: false,
  }),
  said("o204", 28, "P06", improvement("assessment"), {
    text: "My trustees asked me what the pass rate was, and when I told them they asked me what it was for.",
    npqs: ["NPQEL"],
  }),
  noted("o205", 30, "P07", strength("assessment"), {
    text: "Thinks the case study a fair test of whether you have done the reading. Hears the grumbling from those who had not.",
    cleared: false,
  }),
  noted("o206", 32, "P01", strength("delivery"), {
    text: "On leave with a new baby for half of it; the recorded sessions are why she finished.",
    npqs: ["NPQLT"],
    cleared: false,
  }),
  said("o207", 34, "P05", improvement("delivery"), {
    text: "By the sixth module I was marking books with my camera off, and so was everybody. You could hear the pages.",
    npqs: ["NPQSENCO"],
    areas: ["workload"],
  }),
  noted("o208", 36, "P02", improvement("funding"), {
    text: "Two groups not run this spring. Those left over were offered a seat, on screen, with one two hundred miles off.",
    npqs: ["NPQLTD"],
  }),
  noted("o209", 38, "P06", improvement("funding"), {
    text: "Pays the difference for eleven staff, out of what was set aside for training teaching assistants. Not proud of that.",
    areas: ["operational-leadership"],
    cleared: false,
  }),
  said("o210", 40, "P04", improvement("funding"), {
    text: "There are four teachers in my school. Send one on a course and a room shuts. Nobody's fee waiver opens it again.",
    npqs: ["NPQEYL"],
  }),
  noted("o211", 42, "P08", improvement("repetition"), {
    text: "Kept a tally across his two: about a third of the slides he had met before.",
    npqs: ["NPQLTD", "NPQSL"],
    areas: ["progression"],
    cleared: false,
  }),
  facilitatorNote("o212", 43, "Two people dropped off and came back during this question."),
]);

const next = underQuestion(3, [
  noted("o301", 46, "P09", ask("leadership"), {
    text: "Appraisal, pay, a flexible working request that has to be refused: before the deputy's post, please.",
    npqs: ["NPQSL"],
    areas: ["operational-leadership"],
    cleared: false,
  }),
  said("o302", 48, "P06", improvement("leadership"), {
    text: "We promote brilliant teachers into jobs made of money and people, and then we're surprised.",
    areas: ["operational-leadership"],
  }),
  noted("o303", 50, "P05", ask("coaching"), {
    text: "A serving SENCO on the end of the phone, three times a year, nothing to do with appraisal.",
    areas: ["send"],
  }),
  said("o304", 52, "P01", ask("implementation"), {
    text: "A trial week. Try it on Monday, bin it on Friday, tell the group what happened. That'd be my assessment.",
    cleared: false,
  }),
  room("o305", 54, ask("delivery"), {
    text: "Poll on screen: units that can be taken singly. One person had lost the connection.",
    hands: { raised: 6, asked: 8 },
  }),
  noted("o306", 55, "P02", observation("delivery"), {
    text: "Uneasy about units: the person who takes them apart is never the one who has to put them together.",
    cleared: false,
  }),
  noted("o307", 57, "P07", [...strength("implementation"), ...ask("implementation")], {
    text: "Grateful the project went; would still like to be asked, half a year on, what became of it all.",
    cleared: false,
  }),
  noted("o308", 58, "P08", ask("repetition"), {
    text: "A short test at the start of each unit. Pass it, skip it.",
    areas: ["progression", "workload"],
    cleared: false,
  }),
  noted("o309", 59, "P03", ask("phase"), {
    text: "A group for special and alternative provision alone, taught by one of us, even if it means waiting a term for it.",
    areas: ["send"],
    cleared: false,
  }),
  noted("o310", 60, "P04", [], {
    text: "Something about nursery schools and the scholarship list; the sound went. To be asked again at read-back.",
    cleared: false,
  }),
  noted("o311", 61, "P09", [], {
    text: "Maths leads in junior schools: look at it with the primary points, or apart?",
    cleared: false,
  }),
  hostSaid("o312", 62, "H1", "Thanks. Links to read back your own lines go out tomorrow morning."),
]);

export const onlineLines = [...keep, ...change, ...next];
