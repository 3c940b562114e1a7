import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { RoundtableSlugs } from "../read-roundtable";
import { stop } from "./actions";

/** A way out of the wizard: nothing of the file remains. */
export function LeaveFile({ importId, slugs }: { importId: string; slugs: RoundtableSlugs }) {
  return (
    <div className="mt-10">
      <Details summary="Leave this file">
        <Form action={stop.bind(null, slugs)} submitLabel="Leave this file" submitVariant="quiet">
          <input type="hidden" name="importId" value={importId} />
          <p>Nothing of it is in the record, and nothing of it is kept. You can choose it again later.</p>
        </Form>
      </Details>
    </div>
  );
}
