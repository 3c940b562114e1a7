"use client";

import { Link } from "@/components/ui/link";
import { fewerThanInWords } from "@/lib/aggregate/figures/small-number";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  /** Each with how many findings say its name, and where any do the search for it. */
  groups: readonly { group: string; findings: number; href: string | null }[];
  threshold: number;
};

/**
 * The groups that have no column, and the way to what can be read about them. A client component, so that the page holds it
 * once as markup and once as data alone.
 */
export function GroupsNotShown({ groups, threshold }: Props) {
  if (groups.length === 0) return null;
  const linked = groups.flatMap((one) => (one.href === null ? [] : [{ ...one, href: one.href }]));
  const others = groups.filter(({ href }) => href === null).map(({ group }) => group);
  return (
    <section aria-labelledby="not-shown" className="mt-8 max-w-measure">
      <h2 id="not-shown">Groups that are not shown alone</h2>
      <p className="mt-1">
        {`Nobody, or ${fewerThanInWords(threshold)}, took part from each of these groups, so figures of a group alone could show who said what. Those who took part count in “All others”.`}
      </p>
      {linked.length > 0 && (
        <>
          <p className="mt-2">
            These are mentioned in findings. Search shows those findings, and contributions that mention them,
            whoever said so:
          </p>
          <ul className="mt-1 list-disc pl-5">
            {linked.map(({ group, findings, href }) => (
              <li key={group}>
                <Link href={href}>{group}</Link>
                {`, in ${countOf(findings, "finding")}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <p className="mt-2 text-meta text-soft">{`In no finding: ${others.join("; ")}.`}</p>
      )}
    </section>
  );
}
