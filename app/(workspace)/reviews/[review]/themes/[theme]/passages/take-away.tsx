import { Button } from "@/components/ui/button";
import { Popover, PopoverButton } from "@/components/ui/popover";
import { Radios } from "@/components/ui/radios";

const PANEL = "take-away";

const KINDS = [
  {
    value: "share",
    label: "To share",
    hint: "Only contributions of closed roundtables that were cleared, with their masks, and whose speakers permit that their words are read. It does not say who spoke or when, and coders are numbered. Small numbers are not withheld in it: whoever has it can count.",
  },
  {
    value: "own",
    label: "For the facilitators’ own use",
    hint: "Everybody’s words, also of those whose words nobody else may read, with labels and coders’ names. Never pass it on.",
  },
];

type Props = { here: string; stance: string | undefined; roundtable: string | undefined };

/** The passages that are listed, as a table for a spreadsheet. */
export function TakeAway({ here, stance, roundtable }: Props) {
  return (
    <>
      <PopoverButton opens={PANEL}>Download as CSV</PopoverButton>
      <Popover id={PANEL} title="Download these passages">
        <form action={`${here}/passages.csv`} method="get" className="grid gap-5">
          {stance && <input type="hidden" name="stance" value={stance} />}
          {roundtable && <input type="hidden" name="roundtable" value={roundtable} />}
          <Radios name="kind" label="What the file is for" options={KINDS} defaultValue="share" />
          <p className="max-w-measure text-meta text-soft">
            It holds the passages of all pages, with the filters that are set. Each download is noted in the
            audit log. What is set in a blind round stays out until everybody has finished it.
          </p>
          <div>
            <Button type="submit">Download</Button>
          </div>
        </form>
      </Popover>
    </>
  );
}
