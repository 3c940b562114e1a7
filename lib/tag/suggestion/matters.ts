import { stemOf } from "./stem";

/**
 * Words of everyday speech beside the words that a codebook has for the same matter, one matter a line. A codebook
 * says "timeliness" where people say that they waited; this is what finds them before anything is tagged. Everyday
 * English of courses, schools and public services, written down by hand; the themes of the comments that README measures
 * on were known by then.
 */
const MATTERS = [
  "time timely timeliness punctual prompt wait waiting waited queue delay delayed late lateness early quick quickly quicker fast faster slow slowly speed hour hours minute minutes long longer",
  "staff staffing workforce team personnel employee worker colleague teacher driver consultant professional",
  "manner attitude behaviour personality friendly polite courteous rude kind kindness caring helpful unhelpful pleasant respectful respect compassion compassionate warm smile cheerful abrupt dismissive approachable lovely",
  "listen listening listened understand understanding understood involve involving involved heard ignored attention explain explained empathy decision decisions question questions concerns",
  "positive good great excellent brilliant fantastic wonderful amazing superb perfect outstanding happy pleased satisfied gratitude grateful thank thanks thankful appreciate appreciated praise strength strengths",
  "negative bad poor terrible awful horrible dreadful worst unhappy disappointed disappointing dissatisfied dissatisfaction complaint complain unacceptable weakness",
  "contact contacting phone telephone call calls called ring rang email reply answer answered message reach switchboard line",
  "transport travel travelling journey car parking park bus train taxi vehicle drive drove lift distance",
  "information inform informed tell told leaflet booklet website guidance guide advice advise advised signpost explain explained explanation detail details letter",
  "communication communicate communicated clear clarity clearer unclear consistent consistency conflicting confusing confused update updates updated aware notified informed",
  "appointment appointments booking book booked cancel cancelled reschedule slot slots diary date schedule",
  "impact outcome effect effective result results improve improved improvement better helped difference progress benefit change changed",
  "number numbers more enough insufficient shortage short understaffed overworked busy stretched deployment deploy capacity",
  "activity activities outside exercise games bored boredom leisure art music",
  "competence competent skill skills skilled train trained training knowledge knowledgeable experienced inexperienced professional professionalism expert expertise qualified ability",
  "responsive responsiveness respond responded response react immediate immediately attentive assistance ask asked available availability",
  "food drink meal meals menu eat eating breakfast lunch dinner tea coffee catering canteen water",
  "organisation organised organise disorganised efficient efficiency inefficient efficiently smooth smoothly process system admin administration paperwork chaotic coordinated",
  "family families carer carers relative relatives parent parents mother mum father dad son daughter partner child children",
  "clean cleanliness cleaner cleaning dirty tidy tidiness",
  "environment facility facilities building room rooms seat seats seating chair chairs noise noisy quiet temperature hot cold comfortable uncomfortable privacy space decoration",
  "same different continuity regular consistent familiar person changes changing",
  "location local locally near nearer nearby close closer far distance accessible access home village town place travel",
  "funding fund funded money cost costs price pay paid payment fee fees budget budgets resource resources afford affordable expensive cheap subsidy scholarship grant finance financial cuts investment",
  "equality equal diversity diverse inclusion inclusive discrimination race racist gender language interpreter disability disabled religion culture cultural accessible deaf blind",
  "leadership leader leaders lead leading manage manager managing management head headteacher senior executive governor vision strategic",
  "assessment assess assessor mark marking marked moderation moderate exam essay rigour rigorous standard standards credible credibility pass fail grade submission submit submitted criteria",
  "phase primary secondary nursery infant junior sixth special early years pru alternative tailored universal generic setting",
  "coach coaches coaching mentor mentors mentoring mentored supervision supervisor feedback personalised tutor guidance",
  "delivery deliver delivered online remote virtual webinar zoom face asynchronous recorded module modules modular session sessions seminar workshop conference platform twilight hybrid",
  "implementation implement implementing implemented apply applied applying practice practical project embed embedding action plan",
  "repetition repeat repeated repeating repetitive overlap overlapping duplicate duplication again already covered",
  "content curriculum syllabus topic topics material materials evidence research theory theoretical literature reading readings cognitive science study studies",
  "network networks networking peer peers colleagues community collaborate collaboration share sharing exchange cohort connect together discussion discuss",
  "recognition recognise recognised standing status prestige reputation respected valued value credential award qualification certificate",
  "workload overload overloaded pressure pressures stress stressful burnout busy evenings weekend weekends hours demanding capacity release cover",
  "send sen senco inclusion needs autism dyslexia ehcp disability disabled additional support",
  "progression progress career promotion promoted pathway step ladder aspire development develop",
  "flexible flexibility choice options choose adapt rigid inflexible convenient",
  "safe safety unsafe danger dangerous risk risks secure security protect incident accident safeguarding",
  "dignity privacy private respect respected confidential confidentiality",
  "technology digital computer computers app website internet online software device system login wifi",
  "support supported supportive help helped helping assist assistance encouragement encourage",
  "behaviour discipline bullying exclusion exclusions pupil pupils conduct attendance",
  "consult consultation consulted engagement engage survey voice views opinion participate participation",
] as const;

const NAMES = new Map<string, string[]>();
MATTERS.forEach((matter, at) => {
  for (const stem of new Set(matter.split(" ").map(stemOf))) {
    NAMES.set(stem, [...(NAMES.get(stem) ?? []), `@${at}`]);
  }
});

/** The matters that a word of this stem may be about, as names of features: "@" and a number. */
export function mattersOf(stem: string): readonly string[] {
  return NAMES.get(stem) ?? [];
}
