import { Details } from "@/components/ui/details";
import { QUANTIFIER_SCALE, smallRange, SUPPRESSED } from "@/lib/aggregate/figures/small-number";

type Props = { smallNumber: number; released: boolean };

/** How the figures are counted, in a disclosure. */
export function HowCounted({ smallNumber, released }: Props) {
  return (
    <Details summary="How is this counted?">
      <div className="grid gap-3">
        <p>
          A figure counts each person once, however much they said. It is out of all participants who were
          present, including people who said nothing, but not hosts. Somebody who came to more than one
          roundtable counts once in the review, so the roundtables may not add up to the review total.
        </p>
        <p>
          A bar also counts each person once. People who said one kind of thing about a theme are shown under
          that kind. People who said more than one kind of thing have a separate part of the bar.
        </p>
        <p>
          Contributions with no known speaker, and shows of hands, are counted separately and never added to
          the people. Nothing said by hosts, or noted by facilitators for themselves, is in any figure. If
          somebody did not raise a theme, that does not mean that they agree or disagree with it.
        </p>
        {released ? (
          <p>
            A figure that stands for {smallRange(smallNumber)} is withheld and marked {SUPPRESSED}. Other
            figures are also withheld if they would reveal it, so {SUPPRESSED} can stand for a larger number.
            A true 0 is shown. The contributions behind a withheld figure are not listed or counted. A release
            covers closed roundtables and does not change once it is made.
          </p>
        ) : (
          <p>
            These figures are live. They change as contributions are logged and themes are set, and nothing in
            them is withheld. They cover every roundtable that has started. A release withholds figures of{" "}
            {smallRange(smallNumber)}.
          </p>
        )}
        <p>Words of quantity in reports stand for shares of the people present: {QUANTIFIER_SCALE}.</p>
      </div>
    </Details>
  );
}
