import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/platform/text/dates";
import type { Round } from "@/lib/tag/rounds/queries/rounds";
import { removeFromRound } from "../actions";

type Props = { round: Round; maySeeTo: boolean };

/** Who codes, and their progress; the lead may remove one of three or more while the coding goes on. */
export function CoderSection({ round, maySeeTo }: Props) {
  const removable = maySeeTo && round.state === "open" && round.coders.length > 2;
  return (
    <section aria-labelledby="coders" className="mt-10">
      <h2 id="coders" className="mb-2">
        Who codes
      </h2>
      <Table
        caption="Coders of this round"
        captionHidden
        columns={[
          { label: "Name" },
          { label: "Contributions read", numeric: true },
          { label: "Finished" },
          ...(removable ? [{ label: "Change" }] : []),
        ]}
        rows={round.coders.map(({ coderId, name, read, finishedAt, mine }) => ({
          key: coderId,
          cells: [
            mine ? `${name} (you)` : name,
            `${read} of ${round.contributions}`,
            finishedAt ? formatInstant(finishedAt) : "Not yet",
            ...(removable
              ? [
                  <Details key="out" summary={<>Remove {name}</>}>
                    <p className="mb-3">
                      What they set in this round will not count. You cannot add them back.
                    </p>
                    <Form action={removeFromRound} submitLabel={`Remove ${name}`} submitVariant="danger">
                      <input type="hidden" name="roundId" value={round.id} />
                      <input type="hidden" name="coderId" value={coderId} />
                    </Form>
                  </Details>,
                ]
              : []),
          ],
        }))}
      />
      <p className="mt-3 max-w-measure text-meta text-soft">
        {round.blind
          ? "Blind: nobody can see what a coder sets until all coders have finished. It does not count in any figure until then."
          : "Not blind: coders can see each other’s work, so reports do not print agreement figures from this round."}
      </p>
    </section>
  );
}
