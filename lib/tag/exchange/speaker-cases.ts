import type { Confidentiality } from "@/lib/capture/roundtable/roundtable";
import { derivedGuid } from "./format/guid";
import type { ExchangeCase, ExchangeProject } from "./file/project";

const VARIABLES = {
  role: "Role",
  phase: "Phase",
  setting: "Setting",
  region: "Region",
  npq_taken: "NPQs taken",
  npq_delivered: "NPQs delivered",
} as const;
type SpeakerAttribute = keyof typeof VARIABLES;
const NAMES = [
  "role",
  "phase",
  "setting",
  "region",
  "npq_taken",
  "npq_delivered",
] as const satisfies SpeakerAttribute[];

/** What may be given of a speaker with their words: nothing under the Chatham House Rule. */
const MAY_COME_OUT: Record<Confidentiality, readonly SpeakerAttribute[]> = {
  attributed: NAMES,
  role_only: ["role"],
  chatham_house: [],
};

const variableGuid = (name: SpeakerAttribute) => derivedGuid("variable", name);

type Speaker = {
  id: string;
  label: string;
  attributes: readonly { attribute: string; value: string }[];
  confidentiality: Confidentiality;
  roundtableTitle: string;
  contributionGuids: string[];
};

/** Speakers as cases, each with their contributions, and the variables of their attributes. */
export function speakerCases(speakers: readonly Speaker[]): Pick<ExchangeProject, "cases" | "variables"> {
  const cases = speakers.map(
    ({ id, label, attributes, confidentiality, roundtableTitle, contributionGuids }): ExchangeCase => ({
      guid: id,
      name: `${label}, ${roundtableTitle}`,
      description: "",
      codeGuids: [],
      sourceGuids: [],
      selectionGuids: contributionGuids,
      attributes: MAY_COME_OUT[confidentiality].flatMap((name) => {
        const values = attributes.filter(({ attribute }) => attribute === name).map(({ value }) => value);
        // A case has one value for a variable, so several NPQs are one text.
        return values.length === 0
          ? []
          : [{ variableGuid: variableGuid(name), type: "Text" as const, value: values.join("; ") }];
      }),
    }),
  );
  const used = new Set(cases.flatMap((one) => one.attributes.map((attribute) => attribute.variableGuid)));
  const variables = NAMES.map((name) => ({
    guid: variableGuid(name),
    name: VARIABLES[name],
    description: "",
  }))
    .filter(({ guid }) => used.has(guid))
    .map((variable) => ({ ...variable, type: "Text" as const }));
  return { cases, variables };
}
