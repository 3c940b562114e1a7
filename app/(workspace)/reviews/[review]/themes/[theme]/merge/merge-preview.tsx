import { Link } from "@/components/ui/link";
import { Consequences } from "@/components/tag/recoding/consequences";
import { Form } from "@/components/ui/form/form";
import type { Viewer } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import { mergedSignalWords, signalWordsOf } from "@/lib/tag/codebook/signal-words";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { countContributionsOfBoth, weighTheme } from "@/lib/tag/recoding/queries/codebook-preview";
import { findRoundUsing } from "@/lib/tag/rounds/queries/round-themes";
import type { Theme } from "@/lib/tag/codebook/theme";
import { merge } from "../../actions";
import { RoundInTheWay } from "../round-in-the-way";

type Props = {
  viewer: Viewer;
  review: { id: string; slug: string };
  from: Theme;
  into: Theme;
  home: string;
  back: string;
};

/** What merging two themes moves and what it leaves, with the button to do it. */
export async function MergePreview({ viewer, review, from, into, home, back }: Props) {
  const round = await findRoundUsing(viewer, [from.id, into.id]);
  if (round)
    return (
      <div className="mt-9">
        <RoundInTheWay round={round} home={home} what="merged" />
      </div>
    );
  const of = (theme: Theme) => weighTheme(viewer, { id: theme.id, reviewId: review.id });
  const weight = await of(from);
  const there = await of(into);
  const both = await countContributionsOfBoth(viewer, review.id, [from.id, into.id]);
  const findings = await listFindings(viewer, review.id, { themeId: from.id });
  const under = (await listThemes(viewer, review.id)).filter(({ parentId }) => parentId === from.id);
  const words =
    signalWordsOf(mergedSignalWords(into.signalWords, from.signalWords)).length -
    signalWordsOf(into.signalWords).length;
  return (
    <div className="mt-9 border-t border-line pt-6">
      <Form action={merge} submitLabel="Merge themes" actions={<Link href={back}>Cancel</Link>}>
        <input type="hidden" name="id" value={from.id} />
        <input type="hidden" name="intoId" value={into.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <Consequences
          movesTitle={`What moves to “${into.title}”`}
          moves={[
            `${countOf(weight.contributions, "contribution")} under “${from.title}”; ${bothWords(both)}. “${into.title}” has ${countOf(there.contributions, "contribution")} now, and will have ${(weight.contributions + there.contributions - both).toLocaleString("en-GB")}`,
            `${countOf(weight.taggings, "tagging")} by ${countOf(weight.coders, "person", "people")}, with their stances and words. If one person set both themes with the same stance, we keep one`,
            ...(weight.decisions > 0
              ? [
                  `${countOf(weight.decisions, "decision")} about contributions that coders differed on: these contributions get what was settled under either theme`,
                ]
              : []),
            ...(findings.length > 0 ? [countOf(findings.length, "finding")] : []),
            ...(weight.examples > 0 ? [countOf(weight.examples, "example")] : []),
            ...(words > 0 ? [`${countOf(words, "signal word")} that “${into.title}” does not have yet`] : []),
            ...(under.length > 0
              ? [`${countOf(under.length, "theme")} under it: ${under.map(({ title }) => title).join(", ")}`]
              : []),
            `“${from.title}” is retired`,
          ]}
          stays={[
            `the definition of “${into.title}”. Change it afterwards if more belongs there now`,
            "every contribution’s words and speaker",
            "released figures, published reports and agreement figures from coding rounds",
          ]}
        />
        <p className="max-w-measure">
          You can undo this on either theme’s page. Undoing does not change anything people do after the
          merge.
        </p>
      </Form>
    </div>
  );
}

function bothWords(both: number): string {
  if (both === 0) return "none of them have both themes";
  return `${both.toLocaleString("en-GB")} of them ${both === 1 ? "has" : "have"} both themes`;
}
