import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Participant } from "@/lib/capture/people/participant";
import { seat } from "../actions";

type Props = { participant: Participant; tables: readonly { id: string; name: string }[] };

/** Seat and table: shown in the seat plan, and typed by facilitators to choose the speaker. */
export function SeatSection({ participant, tables }: Props) {
  const at = tables.find(({ name }) => name === participant.table);
  return (
    <section aria-labelledby="seat">
      <h2 id="seat" className="mb-4">
        Seat
      </h2>
      <Form action={seat} submitLabel="Save seat">
        <input type="hidden" name="participantId" value={participant.id} />
        <TextInput
          name="seat"
          label="Seat"
          hint="Such as 12 or A3."
          optional
          width="short"
          autoComplete="off"
          {...(participant.seat ? { defaultValue: participant.seat } : {})}
        />
        {tables.length > 0 && (
          <Select
            name="tableId"
            label="Break-out table"
            optional
            placeholder="At no table"
            options={tables.map(({ id, name }) => ({ value: id, label: name }))}
            {...(at ? { defaultValue: at.id } : {})}
          />
        )}
      </Form>
    </section>
  );
}
