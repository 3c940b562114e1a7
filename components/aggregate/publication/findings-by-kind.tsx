import { Link } from "@/components/ui/link";
import { isDivided } from "@/lib/aggregate/publication/divided";
import { namedHands, type NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import type { ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { hasOtherSide } from "@/lib/aggregate/publication/words/answers";
import { HANDS_NOTE, handsSentence } from "@/lib/aggregate/publication/words/hands-words";
import { FindingsAcross, FindingsElsewhere, type AcrossProps } from "./findings-across";
import { HowPublished } from "./how-published";

/** Findings of all themes by what they have in common: what is asked for, where views differ, what few people said. */

type AsksProps = AcrossProps & { table: ReleasedTable; hands: readonly NamedHands[] };

/** What people asked for, with the shows of hands about it, and the other shows of hands by their themes. */
export function Asks({ findings, table, hands, ...rest }: AsksProps) {
  const asks = findings.filter(({ stance }) => stance === "ask");
  const told = namedHands(table, hands);
  const about = new Map(
    asks.flatMap(({ id }) => {
      const own = told.filter(({ named }) => named.findingIds.includes(id));
      return own.length === 0 ? [] : [[id, own.map(({ named }) => handsSentence(named, named))] as const];
    }),
  );
  const others = told.filter(({ named }) => !named.findingIds.some((id) => about.has(id)));
  return (
    <FindingsAcross
      id="asks"
      title="Asks across themes"
      about="What people asked for, in the order of how many asked for it; equal figures are in no order. Nobody was asked to rank them."
      none="No finding of this release is an ask."
      findings={asks}
      hands={about}
      {...rest}
    >
      {others.length > 0 && (
        <>
          <h3 className="mt-6">Other shows of hands</h3>
          <ul className="mt-1 grid max-w-measure list-disc gap-1 pl-5">
            {others.map(({ named, theme }) => (
              <li key={named.id}>
                {handsSentence(named, named)} <Link href={rest.hrefOf(theme)}>{theme.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {told.length > 0 && <p className="mt-2 text-meta text-soft">{HANDS_NOTE}</p>}
    </FindingsAcross>
  );
}

/** Views that are divided for certain; where rounding leaves that open, the findings that have another side. */
export function Differ({ findings, threshold, ...rest }: AcrossProps & { threshold: number }) {
  const divided = findings.filter(isDivided);
  const different = findings
    .filter((finding) => hasOtherSide(finding) && !divided.includes(finding))
    .sort((a, b) => byPublishedCount(a.contradicts, b.contradicts));
  return (
    <FindingsAcross
      id="divided"
      title="Where views differ"
      about="Statements that many of those who spoke to them agreed with, and many did not."
      none={different.length === 0 ? "No finding of this release has another side." : ROUNDED}
      findings={divided}
      {...rest}
    >
      <FindingsElsewhere lead="Findings with another side:" findings={different} {...rest} />
      <HowPublished of="divided" threshold={threshold} />
    </FindingsAcross>
  );
}

const ROUNDED = "People disagreed, but rounded figures cannot show whether any view is evenly divided.";

/** Views of a few. */
export function Few({ findings, ...rest }: AcrossProps) {
  return (
    <FindingsAcross
      id="few"
      most={2}
      title="Views held by a few people"
      about="A view of a few people can matter as much as one that many share. The others may agree: not everyone was asked."
      none="No finding of this release rests on a few people alone."
      findings={findings.filter(({ supports }) => supports.count.is === "a few")}
      {...rest}
    />
  );
}
