import { Stances } from "@/components/tag/rounds/stances";
import type { DifferenceDetail } from "@/lib/tag/rounds/queries/round-difference";

/** Each coder's answer about the theme on the contribution. */
export function Choices({ choices }: Pick<DifferenceDetail, "choices">) {
  return (
    <section aria-labelledby="choices" className="mt-6">
      <h2 id="choices">What the coders found</h2>
      <dl className="mt-2 border-t border-line">
        {choices.map(({ coderId, name, stances }) => (
          <div key={coderId} className="flex flex-wrap gap-x-6 gap-y-1 border-b border-faint py-2">
            <dt className="min-w-40 font-semibold">{name}</dt>
            <dd>
              <Stances stances={stances} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The coders' memos on the contribution. */
export function Memos({ memos }: Pick<DifferenceDetail, "memos">) {
  if (memos.length === 0) return null;
  return (
    <section aria-labelledby="memos" className="mt-6">
      <h2 id="memos" className="text-subheading">
        Memos on this contribution
      </h2>
      <ul>
        {memos.map(({ id, by, text }) => (
          <li key={id} className="max-w-measure border-b border-faint py-2">
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-sm text-soft">{by}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
