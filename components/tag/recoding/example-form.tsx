import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import type { FormAction } from "@/components/ui/form/sending";

type Props = { action: FormAction; themeId: string; contributionId: string };

/** Makes a whole contribution an example of a theme. */
export function ExampleForm({ action, themeId, contributionId }: Props) {
  return (
    <Details summary="Use as an example">
      <Form action={action} submitLabel="Add example" submitVariant="quiet">
        <input type="hidden" name="themeId" value={themeId} />
        <input type="hidden" name="contributionId" value={contributionId} />
        <Radios
          name="belongs"
          label="What does it show?"
          options={[
            { value: "yes", label: "What belongs here" },
            { value: "no", label: "What does not" },
          ]}
        />
      </Form>
    </Details>
  );
}
