import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { MAX_CONTRIBUTIONS, MAX_ENTRIES } from "@/lib/tag/exchange/format/limits";

const KINDS = [
  {
    value: "share",
    label: "To share",
    hint: "Includes only cleared contributions from closed roundtables, with their masks, where the speaker allows their words to be read. It leaves out speakers, times, order, attributes and memos, and coders are numbered. It does not withhold small numbers: anyone who has the file can count the contributions under a theme.",
  },
  {
    value: "own",
    label: "For the facilitators’ own use",
    hint: "Includes everybody’s words, including those that only facilitators may read, with labels, memos and coders’ names. It describes speakers as far as the roundtable’s confidentiality allows. Do not pass it on.",
  },
];

const FILES = [
  {
    file: "project.qdpx",
    label: "Download the project",
    words: `For NVivo, ATLAS.ti, MAXQDA and other programs (REFI-QDA), always with all themes. It can hold up to ${MAX_CONTRIBUTIONS.toLocaleString("en-GB")} contributions, and ${MAX_ENTRIES.toLocaleString("en-GB")} contributions, codings and memos in total.`,
  },
  {
    file: "passages.docx",
    label: "Passages (Word)",
    words: "To read: the passages theme by theme, with the words around them and where each is from.",
  },
  {
    file: "codings.xlsx",
    label: "Coding (Excel)",
    words: "One row for each coding. Further sheets hold the contributions, coded or not, and the memos.",
  },
  {
    file: "codings.csv",
    label: "Coding (CSV)",
    words: "One row for each coding: its theme, stance, coder, passage and the words around it.",
  },
  {
    file: "contributions.csv",
    label: "Contributions (CSV)",
    words: "One row for each contribution, with its themes in the settled coding.",
  },
  {
    file: "memos.csv",
    label: "Memos (CSV)",
    words: "One row for each memo, with its contribution. Only for the facilitators’ own use.",
  },
];

type Named = { slug: string; title: string };
type Props = { action: string; roundtables: readonly Named[]; themes: readonly Named[] };

/** What to export, and a button for each file that holds it. */
export function ExportForm({ action, roundtables, themes }: Props) {
  const named = (all: string, some: readonly Named[]) => [
    { value: "", label: all },
    ...some.map(({ slug, title }) => ({ value: slug, label: title })),
  ];
  return (
    <form action={`${action}/project.qdpx`} method="get" className="mt-3 grid gap-6">
      <Radios name="kind" label="What the file is for" options={KINDS} defaultValue="share" />
      <Select
        name="roundtable"
        label="Roundtable"
        options={named("All roundtables", roundtables)}
        defaultValue=""
      />
      <Select
        name="theme"
        label="Theme"
        hint="For every file but the project."
        options={named("All themes", themes)}
        defaultValue=""
      />
      <ul className="grid max-w-measure gap-4">
        {FILES.map(({ file, label, words }, index) => (
          <li key={file} className="grid gap-1.5">
            <div>
              <Button
                type="submit"
                variant={index === 0 ? "primary" : "quiet"}
                formAction={`${action}/${file}`}
                aria-describedby={`${file}-words`}
              >
                {label}
              </Button>
            </div>
            <p id={`${file}-words`} className="text-meta text-soft">
              {words}
            </p>
          </li>
        ))}
      </ul>
    </form>
  );
}
