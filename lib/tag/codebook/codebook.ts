import type { Axis } from "./theme";

export type CodebookEntry = {
  slug: string;
  axis: Axis;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  signalWords: string;
  colour: string;
};

/** The themes that a review of NPQs begins with, and DfE's four areas. The review's lead changes them. */
export const BUILT_IN_CODEBOOK: readonly CodebookEntry[] = [
  {
    slug: "leadership",
    axis: "theme",
    title: "Leadership development",
    definition: "How the qualifications prepare people to lead: theory, people, money and organisation.",
    includes:
      "Leadership theory and models; managing people, finance and HR; whether the content covers enough of what leaders do.",
    excludes: "Coaching of the leader (Coaching); whether content suits a phase (Phase specificity).",
    signalWords:
      "leader, lead, leading, line management, manage people, difficult conversations, appraisal, recruitment, HR, finance, budget, vision, culture, headship, senior team, governors, strategy, delegate, staffing",
    colour: "1",
  },
  {
    slug: "assessment",
    axis: "theme",
    title: "Assessment consistency",
    definition: "How work is marked, and whether the award means the same wherever it was earned.",
    includes:
      "Rigour of the assessment; differences in marking between providers; moderation and appeals; the credibility of the award.",
    excludes: "How hard the content itself is (Framework repetition).",
    signalWords:
      "assessment, marking, marker, mark, grade, pass, fail, resubmit, resit, case study, submission, word count, rubric, criteria, moderation, appeal, feedback on my work, rigour, standard, credible, award, certificate, plagiarism",
    colour: "2",
  },
  {
    slug: "phase",
    axis: "theme",
    title: "Phase specificity",
    definition: "How well the content fits the setting that a participant works in.",
    includes:
      "Primary, secondary, special, PRU or alternative provision and early years; universal against tailored content; examples that have to be translated.",
    excludes: "Applying what was learnt, where the setting is not the point (Implementation).",
    signalWords:
      "primary, secondary, nursery, early years, infants, sixth form, special school, PRU, alternative provision, small school, our setting, my context, one size fits all, generic, universal, tailored, translate, relevant to us, does not fit",
    colour: "3",
  },
  {
    slug: "funding",
    axis: "theme",
    title: "Accessibility and funding",
    definition: "Who can afford to take part, and who can get a place.",
    includes:
      "Cost and scholarships; cover; differences between regions in uptake; cohorts too small to run; what trusts pay themselves.",
    excludes: "Time and effort while studying (the area Workload).",
    signalWords:
      "funding, funded, scholarship, cost, fee, pay, price, afford, money, subsidy, free, place, eligible, supply cover, travel, rural, coastal, region, viable, cohort cancelled, too few, waiting list, charge",
    colour: "4",
  },
  {
    slug: "coaching",
    axis: "theme",
    title: "Coaching",
    definition: "Personal coaching and mentoring, as part of a qualification or alongside it.",
    includes: "Having a coach or mentor; who they are and how they are trained; time for it.",
    excludes: "Exchange among participants themselves (Peer learning and standing).",
    signalWords:
      "coach, coaching, mentor, mentoring, supervision, sounding board, one to one, someone to talk to, my own coach, personal support, matched with",
    colour: "5",
  },
  {
    slug: "delivery",
    axis: "theme",
    title: "Delivery",
    definition: "The form that teaching takes, where and when.",
    includes:
      "Online, in person and in one's own time; delivery within a trust or locally; modular units; facilitation; platforms.",
    excludes: "What is taught (Content and evidence base).",
    signalWords:
      "online, webinar, in person, face to face, remote, recorded, asynchronous, live session, seminar, conference, platform, portal, module, modular, facilitator, presenter, twilight, venue, travel to, at our trust, hub, log in",
    colour: "6",
  },
  {
    slug: "implementation",
    axis: "theme",
    title: "Implementation",
    definition: "Putting what was learnt to use in school, during a qualification and after it.",
    includes:
      "Applying learning; the project that participants no longer do; support from the school; effect on pupils and staff.",
    excludes: "Research about implementation as taught content (Content and evidence base).",
    signalWords:
      "implement, put into practice, apply, try out, use it on Monday, project, in my school, plan, embed, impact on pupils, change in school, sustain, head gave me time, back in school, make it stick",
    colour: "7",
  },
  {
    slug: "repetition",
    axis: "theme",
    title: "Framework repetition",
    definition: "Overlap between the qualifications, and whether each asks more than the one before.",
    includes: "The same content met twice; steps from one NPQ to the next; level of challenge.",
    excludes: "Content that is weak but met only once (Content and evidence base).",
    signalWords:
      "repeat, repetition, repetitive, same content, same material, same reading, again, already done, already knew, overlap, duplicate, twice, second NPQ, stretch, challenge, harder, too easy, step up, the one before",
    colour: "8",
  },
  {
    slug: "content",
    axis: "theme",
    title: "Content and evidence base",
    definition: "What is taught, and the research it rests on.",
    includes: "Research and its use; cognitive science; a shared language; gaps in what is covered.",
    excludes: "Content on leading people and organisations (Leadership development).",
    signalWords:
      "content, research, evidence, evidence base, studies, reading, reading list, theory, cognitive science, cognitive load, retrieval, memory, shared language, vocabulary, framework, curriculum, out of date, missing topic, not covered",
    colour: "9",
  },
  {
    slug: "networks",
    axis: "theme",
    title: "Peer learning and standing",
    definition: "Learning from colleagues elsewhere, and how the profession regards the qualifications.",
    includes:
      "Challenge and exchange between schools; networks that last; recognition by employers and peers.",
    excludes: "One-to-one support (Coaching).",
    signalWords:
      "network, peers, colleagues elsewhere, other schools, cohort, group, conversation, swap ideas, exchange, contact, stay in touch, visit, recognition, recognised, status, respected, employers, interview, CV, governors ask, profession",
    colour: "10",
  },
  {
    slug: "other",
    axis: "theme",
    title: "Something else",
    definition: "Read, and fits no theme.",
    includes: "Contributions about the qualifications that no other theme describes.",
    excludes: "Contributions that nobody has read yet: leave them without a theme.",
    signalWords: "",
    colour: "11",
  },
  {
    slug: "send",
    axis: "area",
    title: "SEND",
    definition:
      "Pupils with special educational needs and disabilities, and those who teach and lead for them.",
    includes: "The NPQ for SENCOs; SEND content in any qualification; special schools and their staff.",
    excludes: "Fit to a special setting where pupils' needs are not the point.",
    signalWords:
      "SEND, SEN, SENCO, SENDCO, special needs, additional needs, inclusion, EHCP, autism, dyslexia, speech and language, special school, disability, send coordinator",
    colour: "3",
  },
  {
    slug: "progression",
    axis: "area",
    title: "Progression",
    definition: "The path from one framework to the next, and what repeats along it.",
    includes: "Repetition across frameworks; order of the qualifications; what each adds.",
    excludes: "Promotion and pay.",
    signalWords:
      "progression, pathway, next NPQ, from one to the next, sequence, order, ladder, step, senior leadership to headship, middle leader, overlap between frameworks, builds on, already done, same again, career",
    colour: "8",
  },
  {
    slug: "workload",
    axis: "area",
    title: "Workload",
    definition: "The time and effort a qualification takes alongside the job.",
    includes: "Hours of study; timing in the school year; cover and release; effect on staying the course.",
    excludes: "Workload as a topic that is taught.",
    signalWords:
      "workload, time, hours, evenings, weekends, half-term, deadline, cover, release, release time, day job, on top of, busy, pressure, overwhelmed, drop out, withdrew, catch up, tired, family",
    colour: "6",
  },
  {
    slug: "operational-leadership",
    axis: "area",
    title: "Operational leadership",
    definition: "Running an organisation: its budget and its workforce.",
    includes: "Budgets and finance; staffing, recruitment and HR; estates, risk and governance.",
    excludes: "Leading teaching and culture.",
    signalWords:
      "budget, finance, money in schools, staffing, recruitment, retention, HR, payroll, contracts, procurement, estates, buildings, health and safety, risk, governance, compliance, business manager, trust central team, deficit",
    colour: "1",
  },
];
