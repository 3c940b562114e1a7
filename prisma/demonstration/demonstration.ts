import { fellowsRoundtable } from "./fellows-roundtable";
import { findings } from "./findings";
import { northernRoundtable } from "./northern-roundtable";
import { onlineRoundtable } from "./online-roundtable";
import { people } from "./people";
import { summaries } from "./summaries";
import type { Demonstration } from "./types";

/** The whole content of the demonstration; every person, school, trust and provider in it is invented. */
export const DEMONSTRATION: Demonstration = {
  people,
  roundtables: [fellowsRoundtable, northernRoundtable, onlineRoundtable],
  findings,
  summaries,
};
