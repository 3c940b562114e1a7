import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Details } from "@/components/ui/details";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Participant } from "@/lib/capture/people/participant";
import { NPQS, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";

const asOptions = (values: readonly string[]) =>
  values.map((value) => ({ value, label: (value[0]?.toUpperCase() ?? "") + value.slice(1) }));

const NPQ_OPTIONS = NPQS.map(({ code, name, group }) => ({
  value: code,
  label: `${code}: ${name}${group === "retired" ? " (retired)" : ""}`,
}));

type Props = {
  participant?: Participant;
  /** The attributes of a school that was just chosen, which take precedence over the recorded ones. */
  known?: Pick<Participant, "phase" | "setting" | "region"> | undefined;
};

/** A participant's label and attributes; never their identity. */
export function ParticipantFields({ participant, known }: Props) {
  const chosen = (value: string | null | undefined) => (value ? { defaultValue: value } : {});
  return (
    <>
      <TextInput
        name="label"
        label="Label"
        hint="Such as P07. Leave it empty to get the next free one."
        optional
        width="short"
        spellCheck={false}
        autoComplete="off"
        {...chosen(participant?.label)}
      />
      <div className="grid max-w-field gap-6 sm:grid-cols-2">
        <Select
          name="role"
          label="Role"
          optional
          placeholder="Not known"
          options={asOptions(ROLES)}
          {...chosen(participant?.role)}
        />
        <Select
          name="phase"
          label="Phase"
          optional
          placeholder="Not known"
          options={asOptions(PHASES)}
          {...chosen(known?.phase ?? participant?.phase)}
        />
        <Select
          name="setting"
          label="Setting"
          optional
          placeholder="Not known"
          options={asOptions(SETTINGS)}
          {...chosen(known?.setting ?? participant?.setting)}
        />
        <Select
          name="region"
          label="Region"
          optional
          placeholder="Not known"
          options={asOptions(REGIONS)}
          {...chosen(known?.region ?? participant?.region)}
        />
      </div>
      <Details summary="NPQs taken or delivered" open={(participant?.npqsTaken.length ?? 0) > 0}>
        <div className="grid gap-6">
          <Checkboxes
            name="npqsTaken"
            label="NPQs taken"
            optional
            options={NPQ_OPTIONS}
            defaultValue={participant?.npqsTaken}
          />
          <Checkboxes
            name="npqsDelivered"
            label="NPQs delivered"
            optional
            options={NPQ_OPTIONS}
            defaultValue={participant?.npqsDelivered}
          />
        </div>
      </Details>
      <Checkboxes
        name="absent"
        label="Presence"
        optional
        options={[
          {
            value: "on",
            label: "Registered, but not present",
            hint: "Figures are out of those who were present.",
          },
        ]}
        defaultValue={participant && !participant.present ? ["on"] : []}
      />
      <Checkboxes
        name="host"
        label="Host or official"
        optional
        options={[
          {
            value: "on",
            label: "Speaks as a host or official",
            hint: "Their words are not in any figure or quotation.",
          },
        ]}
        defaultValue={participant?.host ? ["on"] : []}
      />
    </>
  );
}
