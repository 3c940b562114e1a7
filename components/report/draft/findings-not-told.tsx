import { Link } from "@/components/ui/link";
import type { FindingNotTold } from "@/lib/report/draft/finding-not-told";

const WHY: Record<FindingNotTold["why"], string> = {
  "not cleared":
    "Fewer people than the review’s threshold said it, and their contributions are not cleared yet.",
  "not permitted":
    "Fewer people than the review’s threshold said it, and none of them allows their words to be used.",
  "not cited": "No sentence in the draft uses it.",
};

type Props = { findings: readonly FindingNotTold[]; findingsHref: string };

/** What the draft leaves out, and why. */
export function FindingsNotTold({ findings, findingsHref }: Props) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="not-told">
      <h2 id="not-told" className="text-subheading">
        Findings not in this draft
      </h2>
      <ul className="mt-3 grid gap-3 text-meta">
        {findings.map(({ id, text, why }) => (
          <li key={id} className="border-l-3 border-line pl-3">
            <Link href={`${findingsHref}/${id}`} className="font-voice">
              {text}
            </Link>
            <span className="mt-0.5 block text-soft">{WHY[why]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
