import { Button } from "@/components/ui/button";
import { Popover, PopoverButton } from "@/components/ui/popover";
import { Radios } from "@/components/ui/form/radios";

const PANEL = "take-away";

const KINDS = [
  {
    value: "share",
    label: "To share",
    hint: "Only cleared contributions from closed roundtables whose speakers allow their words to be read, with masked words hidden. The file does not say who spoke or when, and coders are numbered. Small numbers are not left out: anybody who has the file can count them.",
  },
  {
    value: "own",
    label: "For the facilitators’ own use",
    hint: "Everybody’s words, including those that only facilitators may read, with labels and coders’ names. Never pass this file on.",
  },
];

type Props = { here: string; stance: string | undefined; roundtable: string | undefined };

/** The listed passages, as a table for a spreadsheet. */
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
            The file holds the passages on all pages of this list, as you have filtered it. Each download is
            recorded in the audit log. Themes set in a blind round are left out until every coder has
            finished.
          </p>
          <div>
            <Button type="submit">Download</Button>
          </div>
        </form>
      </Popover>
    </>
  );
}
