import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import type { RoundtableSlugs } from "../read-roundtable";
import { stop } from "./actions";

/** Leaves the wizard: nothing of the file is kept. */
export function LeaveFile({ importId, slugs }: { importId: string; slugs: RoundtableSlugs }) {
  return (
    <div className="mt-10">
      <Details summary="Discard this file">
        <Form action={stop.bind(null, slugs)} submitLabel="Discard this file" submitVariant="quiet">
          <input type="hidden" name="importId" value={importId} />
          <p>
            Nothing from it has been added to the record, and we do not keep it. You can choose it again
            later.
          </p>
        </Form>
      </Details>
    </div>
  );
}
