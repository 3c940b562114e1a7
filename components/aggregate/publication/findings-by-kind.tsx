import { Link } from "@/components/ui/link";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { aboutKind, KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import { namedHands, type NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import type { ReleasedTable, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { HANDS_NOTE, handsOfFindings, handsSentence } from "@/lib/aggregate/publication/words/hands-words";
import { FindingsAcross, SHOWN_ACROSS, type AcrossProps } from "./findings-across";
import { HowPublished } from "./how-published";

/** Findings of all themes by what they have in common: what is asked for, where views differ, what few people said. */

type AsksProps = AcrossProps & {
  table: ReleasedTable;
  hands: readonly NamedHands[];
  hrefOf: (theme: ReleasedTheme) => string;
};

/** What most people asked for, with the shows of hands about it, and all other shows of hands by their themes. */
export function Asks({ findings, table, hands, hrefOf, ...rest }: AsksProps) {
  const asks = findingsOfKind(findings, "ask").slice(0, SHOWN_ACROSS);
  const shown = new Set(asks.map(({ id }) => id));
  const told = namedHands(table, hands);
  const others = told.filter(({ named }) => !named.findingIds.some((id) => shown.has(id)));
  return (
    <FindingsAcross
      id="asks"
      kind="ask"
      about={KIND_WORDS.ask.about}
      none="No finding of this release asks for anything."
      findings={findings}
      hands={handsOfFindings(told)}
      {...rest}
    >
      {others.length > 0 && (
        <>
          <h3 className="mt-6">Other shows of hands</h3>
          <ul className="mt-1 grid max-w-measure list-disc gap-1 pl-5">
            {others.map(({ named, theme }) => (
              <li key={named.id}>
                {handsSentence(named, named)} <Link href={hrefOf(theme)}>{theme.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {told.length > 0 && <p className="mt-2 text-meta text-soft">{HANDS_NOTE}</p>}
    </FindingsAcross>
  );
}

/** Both sides of the findings that have another side; those that are divided for certain stand first and say so. */
export function Differ({ findings, threshold, ...rest }: AcrossProps & { threshold: number }) {
  return (
    <FindingsAcross
      id="divided"
      kind="differ"
      most={2}
      about={aboutKind("differ", findings)}
      none="Nobody said anything against a finding of this release."
      findings={findings}
      {...rest}
    >
      <HowPublished of="divided" threshold={threshold} />
    </FindingsAcross>
  );
}

/** Views of a few. */
export function Few({ findings, ...rest }: AcrossProps) {
  return (
    <FindingsAcross
      id="few"
      kind="few"
      most={2}
      about={KIND_WORDS.few.about}
      none="No finding of this release rests on a few people alone."
      findings={findings}
      {...rest}
    />
  );
}
