import { Link } from "@/components/ui/link";
import type { Release, ReleasedNpqs, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { contrastSentence } from "@/lib/aggregate/publication/words/group-words";
import { npqsInShort } from "@/lib/aggregate/publication/words/answers";
import type { BreakdownAttribute } from "@/lib/aggregate/publication/shape/breakdown";
import { GroupLinks } from "./group-links";

/** Parts of a release that are long tables: what stands out in each, and the page that has all of it. */

export type HiddenGroup = { group: string; attribute: BreakdownAttribute };

type GroupsProps = {
  /** Groups that are not shown alone, and that findings mention. */
  hidden: readonly HiddenGroup[];
  breakdowns: Release["breakdowns"];
  themes: readonly ReleasedTheme[];
  hrefOf: (attribute: BreakdownAttribute) => string;
};

export function GroupsInShort({ breakdowns, hidden, themes, hrefOf }: GroupsProps) {
  const [contrast] = breakdowns.map((one) => contrastSentence(one, themes)).filter((one) => one !== null);
  return (
    <section aria-labelledby="groups" className="mt-10">
      <h2 id="groups">Groups of people</h2>
      {breakdowns.length === 0 ? (
        <p className="mt-1 max-w-measure text-meta text-soft">{NO_GROUPS}</p>
      ) : (
        <>
          <p className="mt-1 max-w-measure">
            {contrast ?? "The rounded figures show no clear difference between groups."}
          </p>
          {hidden.length > 0 && (
            <p className="mt-2 max-w-measure">
              {"Too few people took part from some groups that findings mention to show them alone: "}
              {hidden.map(({ group, attribute }, at) => (
                <span key={group}>
                  {at > 0 && "; "}
                  <Link href={`${hrefOf(attribute)}#not-shown`}>{group}</Link>
                </span>
              ))}
              .
            </p>
          )}
          <p className="mt-2 max-w-measure text-meta text-soft print:hidden">
            What each group raised, theme by theme:
          </p>
          <GroupLinks links={breakdowns.map(({ attribute }) => ({ attribute, href: hrefOf(attribute) }))} />
        </>
      )}
    </section>
  );
}

export const NO_GROUPS =
  "No group was large enough to be shown without the risk that somebody is recognised.";

export function NpqsInShort({ npqs, href }: { npqs: ReleasedNpqs; href: string }) {
  const { nobody, sentences } = npqsInShort(npqs);
  return (
    <section aria-labelledby="npqs" className="mt-10">
      <h2 id="npqs">NPQs that people spoke about</h2>
      {nobody ? (
        <p className="mt-1 max-w-measure text-meta text-soft">No contribution names an NPQ.</p>
      ) : (
        <>
          <p className="mt-1 max-w-measure">{sentences.join(" ")}</p>
          <p className="mt-2">
            <Link href={href}>All NPQs, and which were named together</Link>
          </p>
        </>
      )}
    </section>
  );
}
