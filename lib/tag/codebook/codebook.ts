import type { Axis } from "./theme";

export type CodebookEntry = {
  slug: string;
  axis: Axis;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  colour: string;
};

/** The themes that a review of NPQs begins with, and the department's four areas. Its lead changes them. */
export const BUILT_IN_CODEBOOK: readonly CodebookEntry[] = [
  {
    slug: "leadership",
    axis: "theme",
    title: "Leadership development",
    definition: "How the qualifications prepare people to lead: theory, people, money and organisation.",
    includes:
      "Leadership theory and models; managing people, finance and HR; whether the content covers enough of what leaders do.",
    excludes: "Coaching of the leader (Coaching); whether content suits a phase (Phase specificity).",
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
    colour: "4",
  },
  {
    slug: "coaching",
    axis: "theme",
    title: "Coaching",
    definition: "Personal coaching and mentoring, as part of a qualification or beside it.",
    includes: "Having a coach or mentor; who they are and how they are trained; time for it.",
    excludes: "Exchange among participants themselves (Peer learning and standing).",
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
    colour: "7",
  },
  {
    slug: "repetition",
    axis: "theme",
    title: "Framework repetition",
    definition: "Overlap between the qualifications, and whether each asks more than the one before.",
    includes: "The same content met twice; steps from one NPQ to the next; level of challenge.",
    excludes: "Content that is weak but met only once (Content and evidence base).",
    colour: "8",
  },
  {
    slug: "content",
    axis: "theme",
    title: "Content and evidence base",
    definition: "What is taught, and the research it rests on.",
    includes: "Research and its use; cognitive science; a shared language; gaps in what is covered.",
    excludes: "Content on leading people and organisations (Leadership development).",
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
    colour: "10",
  },
  {
    slug: "other",
    axis: "theme",
    title: "Something else",
    definition: "Read, and fits no theme.",
    includes: "Contributions about the qualifications that no other theme describes.",
    excludes: "Contributions that nobody has read yet: leave them without a theme.",
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
    colour: "3",
  },
  {
    slug: "progression",
    axis: "area",
    title: "Progression",
    definition: "The path from one framework to the next, and what repeats along it.",
    includes: "Repetition across frameworks; order of the qualifications; what each adds.",
    excludes: "Promotion and pay.",
    colour: "8",
  },
  {
    slug: "workload",
    axis: "area",
    title: "Workload",
    definition: "The time and effort a qualification takes beside the job.",
    includes: "Hours of study; timing in the school year; cover and release; effect on staying the course.",
    excludes: "Workload as a topic that is taught.",
    colour: "6",
  },
  {
    slug: "operational-leadership",
    axis: "area",
    title: "Operational leadership",
    definition: "Running an organisation: its budget and its workforce.",
    includes: "Budgets and finance; staffing, recruitment and HR; estates, risk and governance.",
    excludes: "Leading teaching and culture.",
    colour: "1",
  },
];
