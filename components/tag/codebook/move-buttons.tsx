import { Button } from "@/components/ui/button";
import { moveValue, type Steps } from "@/lib/tag/codebook/theme-place";

type Props = {
  /** The id of the page's MoveForm. */
  form: string;
  id: string;
  title: string;
  steps: Steps;
};

/** One step up or down among its siblings, with or without JavaScript. */
export function MoveButtons({ form, id, title, steps: { up, down, here } }: Props) {
  if (!up && !down) return null;
  return (
    <span className="inline-flex flex-wrap gap-1 print:hidden">
      <Step form={form} value={moveValue(id, up ?? here)} off={!up} sign="↑" label={`Move ${title} up`} />
      <Step
        form={form}
        value={moveValue(id, down ?? here)}
        off={!down}
        sign="↓"
        label={`Move ${title} down`}
      />
    </span>
  );
}

type StepProps = {
  form: string;
  value: ReturnType<typeof moveValue>;
  /** At either end the button stays, but pressing it changes nothing, so that it keeps the focus. */
  off: boolean;
  sign: string;
  label: string;
};

function Step({ form, value, off, sign, label }: StepProps) {
  return (
    <Button
      type="submit"
      form={form}
      name="move"
      value={value}
      size="small"
      variant="quiet"
      aria-disabled={off || undefined}
      aria-label={label}
      className="min-w-8 px-2 pointer-coarse:min-w-11"
    >
      {sign}
    </Button>
  );
}
