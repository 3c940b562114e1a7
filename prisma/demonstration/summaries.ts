import type { DemoSummary } from "./types";

/** Cells of the framework matrix. The last was written before its person came to a second roundtable, so it is to be checked. */
export const summaries: DemoSummary[] = [
  {
    person: "oakshott",
    theme: "assessment",
    text: "Judges a certificate by its provider, and dislikes doing so. Wants work from every provider re-marked each year and the results published, and no exam.",
    seen: ["f312", "f314"],
  },
  {
    person: "oakshott",
    theme: "funding",
    text: "A school in deficit, where one fee pays for support in class. Their group on the coast was cancelled a week before it began. Wants a lower rate or paid cover for small schools, and more for coastal and rural ones.",
    seen: ["f401", "f414", "n201", "n306"],
  },
  {
    person: "fairhurst",
    theme: "assessment",
    text: "Has seen results that did not match how good two colleagues are. Wants a pass defined for everybody, and providers otherwise left alone.",
    seen: ["f301", "f418"],
  },
  {
    person: "adeyinka",
    theme: "implementation",
    text: "Relieved that the project went, until it became clear that nothing in school had changed. Wants a pass to need some change, however small.",
    seen: ["f125", "f416"],
  },
  {
    person: "zielin",
    theme: "implementation",
    text: "Glad that the project has gone: it meant chasing signatures, and marking makes people dress up what they try.",
    seen: ["f126", "f241"],
  },
  {
    person: "crosslane",
    theme: "funding",
    text: "Cover costs more than the fee, and the trust makes up the difference. Offers to match a settlement for three years, if it is known by January.",
    seen: ["n202", "n220", "n305"],
  },
  {
    roundtable: "online-march-2026",
    theme: "assessment",
    text: "A pass says little: it can be had by following an older script, and trustees ask what it is for. One person finds the case study a fair test.",
    seen: ["o203", "o204", "o205"],
  },
  {
    person: "macready",
    theme: "phase",
    text: "The only person from alternative provision in a large group, and often explaining what that is. Planning by the school year does not fit pupils who arrive part of the way through it.",
    seen: ["f121", "f221"],
  },
];
