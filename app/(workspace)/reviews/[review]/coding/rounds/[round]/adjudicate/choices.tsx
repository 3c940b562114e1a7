import { StanceSign } from "@/components/capture/stance-sign";
import type { Stance } from "@/lib/capture/stance";
import type { DisagreementKind } from "@/lib/tag/disagreement";
import type { DifferenceDetail } from "@/lib/tag/queries/round-difference";

const KINDS: Record<DisagreementKind, (theme: string) => string> = {
  presence: (theme) => `Not everybody found “${theme}” on this line`,
  stance: (theme) => `All found “${theme}” on this line, under different stances`,
};

type Props = { detail: DifferenceDetail; kind: DisagreementKind; theme: string };

/** What each coder said of the theme on the line, and what they noted about the line. */
export function Choices({ detail: { choices, memos }, kind, theme }: Props) {
  return (
    <section aria-labelledby="choices" className="mt-8">
      <h2 id="choices">{KINDS[kind](theme)}</h2>
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
      {memos.length > 0 && (
        <>
          <h3 className="mt-5">Memos on this line</h3>
          <ul>
            {memos.map(({ id, by, text }) => (
              <li key={id} className="max-w-measure border-b border-faint py-2">
                <p className="whitespace-pre-line">{text}</p>
                <p className="text-sm text-soft">{by}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The stances under which a theme is on a line, or that it is not. */
export function Stances({ stances }: { stances: readonly Stance[] }) {
  if (stances.length === 0) return <>Not on this line</>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {stances.map((stance) => (
        <StanceSign key={stance} stance={stance} />
      ))}
    </span>
  );
}
