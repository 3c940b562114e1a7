import { Details } from "@/components/ui/details";
import { QUANTIFIER_SCALE } from "@/lib/aggregate/quantifier";

type Props = { smallNumber: number; released: boolean };

/** The method behind the figures, for those who ask. */
export function HowCounted({ smallNumber, released }: Props) {
  return (
    <Details summary="How is this counted?">
      <div className="grid gap-3">
        <p>
          A figure counts people, each once, however much they said. It is out of the participants who were
          present; hosts are left out, and whoever was present and said nothing is in. Somebody who came to
          more than one roundtable is one person in the review, so the roundtables need not add up to it.
        </p>
        <p>
          A bar counts each person once as well: whoever said one kind of thing about a theme is under that
          kind, and whoever said more than one kind is in a part of its own.
        </p>
        <p>
          Lines with no known speaker are counted beside the people and never added to them, and so is every
          show of hands. What hosts said and what facilitators noted for themselves is in no figure. That
          somebody did not raise a theme means neither that they agree nor that they do not.
        </p>
        {released ? (
          <p>
            A figure that stands for one to {smallNumber - 1} people is withheld and marked c. Others are
            withheld with it where they would give it back, so c may stand for more. A true 0 is shown. The
            lines behind a withheld figure are neither listed nor counted. A release covers roundtables that
            are closed, and does not change once it is made.
          </p>
        ) : (
          <p>
            These figures are live: they change as lines are logged and themes are set, and nothing in them is
            withheld. They cover every roundtable that has begun. A release withholds figures of one to{" "}
            {smallNumber - 1} people.
          </p>
        )}
        <p>Words of quantity in reports stand for shares of the people present: {QUANTIFIER_SCALE}.</p>
      </div>
    </Details>
  );
}
