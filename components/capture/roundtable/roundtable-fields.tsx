import { DateFields } from "@/components/ui/form/date-fields";
import { Radios } from "@/components/ui/form/radios";
import { TextInput } from "@/components/ui/form/text-input";
import { formatDate } from "@/lib/platform/text/dates";
import { usualDates, type ReviewDates } from "@/lib/capture/roundtable/review-dates";
import { CONFIDENTIALITIES, type Roundtable } from "@/lib/capture/roundtable/roundtable";
import { CONFIDENTIALITY_MEANS, CONFIDENTIALITY_WORDS } from "@/lib/capture/roundtable/roundtable-words";

/** The fields that planning and changing a roundtable share. */
export function RoundtableFields({ review, roundtable }: { review: ReviewDates; roundtable?: Roundtable }) {
  return (
    <>
      <TextInput
        name="title"
        label="Title"
        hint="For example, “Primary heads, Leeds”."
        defaultValue={roundtable?.title}
      />
      <DateFields
        name="heldOn"
        label="Date"
        hint={`For example, 14 May 2025 or 14 5 2025. The review runs from ${formatDate(review.startsOn)} to ${formatDate(review.endsOn)}.`}
        usual={usualDates(review)}
        {...(roundtable ? { defaultValue: dateParts(roundtable.heldOn) } : {})}
      />
      <TextInput
        name="host"
        label="Host"
        hint="The organisation that invites people, not a person."
        defaultValue={roundtable?.host}
      />
      <Radios
        name="online"
        label="In person or online"
        options={[
          { value: "place", label: "In person" },
          { value: "online", label: "Online, or partly online" },
        ]}
        defaultValue={roundtable?.online ? "online" : "place"}
      />
      <TextInput
        name="place"
        label="Place"
        hint="A town is enough. Leave this empty if everybody is online."
        width="medium"
        defaultValue={roundtable?.place ?? ""}
      />
      <Radios
        name="confidentiality"
        label="Confidentiality"
        hint="This is a promise to the people who take part. It applies on every page, in every export and in the logs."
        options={CONFIDENTIALITIES.map((value) => ({
          value,
          label: CONFIDENTIALITY_WORDS[value],
          hint: CONFIDENTIALITY_MEANS[value],
        }))}
        {...(roundtable ? { defaultValue: roundtable.confidentiality } : {})}
      />
    </>
  );
}

function dateParts(date: Date) {
  return {
    day: String(date.getUTCDate()),
    month: String(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
  };
}
