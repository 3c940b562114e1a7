import { Table } from "@/components/ui/table";
import {
  SEGMENT_ORDER,
  type PeopleAndContributions,
  type ThemeFigures,
} from "@/lib/aggregate/figures/figures";
import { figureNumber, SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";

type Row = { key: string; words: string; both: PeopleAndContributions };

/** A theme's people by stance: in segments that count each person once, and by every stance they took. */
export function StanceFigures({ theme }: { theme: ThemeFigures }) {
  const { segments, stances } = theme;
  return (
    <div className="grid max-w-measure gap-8">
      <Figures
        caption="Each person once, by all that they said"
        rows={SEGMENT_ORDER.map((key) => ({ key, words: named(SEGMENT_WORDS[key]), both: segments[key] }))}
      />
      <Figures
        caption="By every kind of thing that people said"
        rows={STANCE_ORDER.map((key) => ({
          key,
          words: named({ sign: STANCES[key].sign, words: STANCES[key].word }),
          both: stances[key],
        }))}
      />
    </div>
  );
}

const named = ({ sign, words }: { sign: string; words: string }) => `${sign} ${words}`;

function Figures({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { label: "What they said" },
        { label: "People", numeric: true },
        { label: "Contributions", numeric: true },
      ]}
      rows={rows.map(({ key, words, both }) => ({
        key,
        cells: [words, figureNumber(both.people), figureNumber(both.contributions)],
      }))}
    />
  );
}
