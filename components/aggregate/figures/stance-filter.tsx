import { Link } from "@/components/ui/link";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";

type Props = { current: Stance | null; hrefOf: (stance: Stance | null) => string };

/** The contributions of one stance, or all of them. */
export function StanceFilter({ current, hrefOf }: Props) {
  const options = [null, ...STANCE_ORDER];
  return (
    <nav aria-label="Contributions by stance" className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line text-meta">
        {options.map((stance) => (
          <li key={stance ?? "all"}>
            <Link
              href={hrefOf(stance)}
              aria-current={stance === current ? "page" : undefined}
              className="tab-link"
            >
              {stance ? `${STANCES[stance].sign} ${STANCES[stance].word}` : "All"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
