import { Link } from "@/components/ui/link";
import { KIND_WORDS } from "@/lib/aggregate/search/filters";
import type { Kind } from "@/lib/aggregate/search/hit";

type Props = {
  /** What this viewer can search. */
  kinds: readonly Kind[];
  /** Of this review, for the examples. */
  theme: string | null;
  roundtable: string | null;
  hrefOf: (example: string) => string;
};

/** What can be searched, and how, with examples to try. */
export function SearchHelp({ kinds, theme, roundtable, hrefOf }: Props) {
  const examples: [example: string, does: string][] = [
    ["coaching mentor", "texts that have both words, in any form: coach, coached, mentors"],
    ['"early career"', "the words next to each other, in this order"],
    ["coaching -online", "texts that have the first word and not the second"],
  ];
  if (kinds.includes("contribution") && theme !== null)
    examples.push([`theme:${theme} stance:ask`, "what people asked for under one theme"]);
  if (kinds.length > 1) examples.push(["type:report coaching", "reports alone"]);
  if (roundtable !== null) {
    examples.push([`roundtable:${roundtable} cost`, "what was said at one roundtable"]);
    examples.push(["role:headteacher cost", "what people in one role said"]);
  }
  return (
    <section aria-labelledby="how" className="mt-8 max-w-measure">
      <h2 id="how">What you can search</h2>
      <p className="mt-1.5">{searchedWords(kinds, roundtable === null)}</p>
      <p className="mt-3">If nothing has a word, we look for the word most like it, and tell you.</p>
      <h3 className="mt-5">Examples to try</h3>
      <dl className="mt-1.5">
        {examples.map(([example, does]) => (
          <div
            key={example}
            className="grid gap-x-5 border-t border-faint py-2 sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt className="wrap-anywhere">
              <Link href={hrefOf(example)} className="inline-block py-0.5">
                {example}
              </Link>
            </dt>
            <dd className="py-0.5 text-soft">{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function searchedWords(kinds: readonly Kind[], released: boolean): string {
  const names = kinds.map((kind) =>
    kind === "contribution" && released
      ? "released contributions"
      : kind === "report" && released
        ? "reports that you can read"
        : KIND_WORDS[kind].many.toLowerCase(),
  );
  const last = names.at(-1) ?? "";
  const all = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
  return `You can search the words of ${all}.`;
}
