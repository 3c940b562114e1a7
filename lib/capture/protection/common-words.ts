/** Words that hold a sentence together: a run of nothing else is nobody's. */
const GRAMMAR = new Set(
  (
    "a about above across after again against all almost along already also although always am among an and another " +
    "any anybody anyone anything are aren't around as at away back be became because been before behind being below " +
    "between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down " +
    "during each either else enough even ever every everybody everyone everything few for from further gave get gets " +
    "getting give given go goes going gone got had hadn't has hasn't have haven't having he he's her here hers herself " +
    "him himself his how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just kept know less " +
    "let like little lot lots made make makes making many may me might mine more most much must my myself need needs " +
    "never no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves out " +
    "over own perhaps put quite rather really said same say says see seem seems several shall she should shouldn't since " +
    "so some somebody someone something sometimes soon still such sure take taken takes than that that's the their " +
    "theirs them themselves then there there's these they they're they've thing things think this those though through " +
    "thus to together too took toward towards two under until up upon us use used using very want wants was wasn't way " +
    "we we'd we'll we're we've well went were weren't what when where whether which while who whole whom whose why will " +
    "with within without won't would wouldn't yes yet you you're your yours yourself yourselves"
  ).split(" "),
);

/** Words that everybody at a roundtable about these qualifications says. */
const FIELD = new Set(
  (
    "npq npqs qualification qualifications programme programmes course courses school schools teacher teachers teaching " +
    "leader leaders leadership head heads headteacher headteachers participant participants people person provider " +
    "providers trust trusts training learning assessment assessments coach coaches coaching content time year years " +
    "phase primary secondary special work works working good great better best different important useful helpful " +
    "support staff colleagues pupils children education professional development roundtable question questions theme " +
    "contribution contributions finding findings chatham house rule"
  ).split(" "),
);

/** Whether a word, in lower case, carries meaning of its own. */
export function isContentWord(word: string): boolean {
  return word.length > 2 && !GRAMMAR.has(word);
}

/** Whether it also says more than that the roundtable was about these qualifications. */
export function isTellingWord(word: string): boolean {
  return isContentWord(word) && !FIELD.has(word);
}
