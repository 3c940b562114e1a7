import type { Check } from "@/lib/report/check/check";

type Props = { checks: readonly Check[]; hrefOf: (check: Check) => string };

/** What prevents publishing the draft, then the warnings. */
export function CheckList({ checks, hrefOf }: Props) {
  const blocking = checks.filter((check) => check.blocking);
  const advice = checks.filter((check) => !check.blocking);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="text-subheading">
        Checks
      </h2>
      <p className="mt-1 text-meta">
        {blocking.length === 0
          ? "Ready to publish."
          : `${blocking.length} ${blocking.length === 1 ? "thing has" : "things have"} to be fixed before it can be published.`}
      </p>
      <Items checks={blocking} hrefOf={hrefOf} word="Fix before publishing" />
      <Items checks={advice} hrefOf={hrefOf} word="Check" />
    </section>
  );
}

function Items({ checks, hrefOf, word }: Props & { word: string }) {
  if (checks.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2 text-meta">
      {checks.map((check, index) => (
        <li key={index} className="border-l-3 border-warning pl-3">
          <a href={hrefOf(check)} className="font-semibold">
            {word}
          </a>
          <span className="block">{check.message}</span>
        </li>
      ))}
    </ul>
  );
}
