import { Form } from "@/components/ui/form/form";
import { Quote } from "@/components/ui/quote";
import type { FormAction } from "@/components/ui/form/sending";
import type { Example } from "@/lib/tag/recoding/example";

type Props = {
  title: string;
  examples: readonly Example[];
  /** What to say where there are none. */
  none: string;
  remove: FormAction;
};

/**
 * Words of contributions that show what belongs under a theme, or what does not, each with a button to remove
 * it.
 */
export function ExampleList({ title, examples, none, remove }: Props) {
  return (
    <div className="min-w-0">
      <h3 className="text-subheading">{title}</h3>
      {examples.length === 0 && <p className="mt-1 text-soft">{none}</p>}
      <ul className="mt-2 grid gap-4">
        {examples.map(({ id, text }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <Quote>
              <span className="whitespace-pre-line">{text}</span>
            </Quote>
            <Form action={remove} submitLabel="Remove" submitVariant="quiet" className="[&>div]:mt-0">
              <input type="hidden" name="id" value={id} />
            </Form>
          </li>
        ))}
      </ul>
    </div>
  );
}
