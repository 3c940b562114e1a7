import type { Hands } from "@/lib/capture/contribution/contribution";

type Props = {
  verbatim: boolean;
  /** Why verbatim words cannot be quoted; null where they can. */
  unquotable?: string | null;
  hands: Hands | null;
  agreementSeen: boolean;
};

/** How it was said, below the words: verbatim, with a show of hands, or as agreement that was seen. */
export function SaidSigns({ verbatim, unquotable, hands, agreementSeen }: Props) {
  return (
    <>
      {verbatim && <Sign sign="“" word={["Word for word", unquotable].filter(Boolean).join(", ")} />}
      {hands && <Sign sign="↑" word={`${hands.raised} of ${hands.asked} hands`} />}
      {agreementSeen && <Sign sign="≈" word="Agreement was seen" />}
    </>
  );
}

function Sign({ sign, word }: { sign: string; word: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <b aria-hidden className="text-ink">
        {sign}
      </b>
      {word}
    </span>
  );
}
