import type { ReactNode } from "react";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { aboutKind, KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import { namedHands, type NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import { bySides } from "@/lib/aggregate/publication/finding/sides";
import { foundUnder } from "@/lib/aggregate/publication/finding/found-under";
import { startingSentence } from "@/lib/aggregate/publication/words/published-words";
import type {
  ReleasedFinding,
  ReleasedTable,
  ReleasedTheme,
} from "@/lib/aggregate/publication/release-contents";
import { HANDS_NOTE, handsOfFindings, handsSentence } from "@/lib/aggregate/publication/words/hands-words";
import { FindingsAcross, SHOWN_ACROSS, type AcrossProps } from "./findings-across";
import { FindingsSection } from "./findings-section";
import { HowPublished } from "./how-published";

/** Findings of all themes by what they have in common: what is asked for, and in short where views differ and what few said. */

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
      otherHands={others.map(({ named, theme }) => ({
        sentence: handsSentence(named, named),
        theme: theme.title,
        href: hrefOf(theme),
      }))}
      {...rest}
    >
      {told.length > 0 && <p className="mt-2 text-meta text-soft">{HANDS_NOTE}</p>}
    </FindingsAcross>
  );
}

type ByThemeProps = AcrossProps & { table: ReleasedTable };

/** How far views differ, by the words of both sides: which themes the findings are under, and the page that tells them. */
export function Differ({ findings, table, threshold, ...rest }: ByThemeProps & { threshold: number }) {
  const own = findingsOfKind(findings, "differ");
  return (
    <ByTheme
      id="divided"
      kind="differ"
      about={
        own.length === 0
          ? "Nobody said anything against a finding of this release."
          : aboutKind("differ", findings)
      }
      lines={bySides(own).map(
        (group) => `${group.title}: ${foundUnder(group.findings, table)}. ${group.about}`,
      )}
      own={own}
      {...rest}
    >
      <HowPublished of="divided" threshold={threshold} />
    </ByTheme>
  );
}

/** Views of a few: which themes they are under, and the page that tells them. */
export function Few({ findings, table, ...rest }: ByThemeProps) {
  const own = findingsOfKind(findings, "few");
  return (
    <ByTheme
      id="few"
      kind="few"
      about={
        own.length === 0 ? "No finding of this release rests on a few people alone." : KIND_WORDS.few.about
      }
      lines={own.length === 0 ? [] : [`${startingSentence(foundUnder(own, table))}.`]}
      own={own}
      {...rest}
    />
  );
}

type Own = Pick<AcrossProps, "counted" | "allHref"> & {
  id: string;
  kind: "differ" | "few";
  about: string;
  lines: readonly string[];
  own: readonly ReleasedFinding[];
  children?: ReactNode;
};

function ByTheme({ id, kind, about, lines, own, counted, allHref, children }: Own) {
  return (
    <FindingsSection
      id={id}
      title={KIND_WORDS[kind].title}
      about={about}
      findings={[]}
      lines={lines}
      counted={counted}
      all={own.length > 0 ? own.length : null}
      allHref={own.length > 0 && allHref ? allHref(kind) : null}
    >
      {children}
    </FindingsSection>
  );
}
