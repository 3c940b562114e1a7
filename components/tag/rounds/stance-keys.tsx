import { Kbd } from "@/components/ui/kbd";
import { STANCE_KEYS } from "@/lib/tag/coding/keys";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";

/** The keys other than those shown next to a theme or a button. */
export function StanceKeys() {
  const keys = [
    ...STANCE_ORDER.map((stance) => [STANCE_KEYS[stance], STANCES[stance].word.toLowerCase()] as const),
    ["m", "memo"] as const,
    ["d", "what the themes mean"] as const,
  ];
  return (
    <p className="mb-1 hidden flex-wrap gap-x-3 gap-y-1 text-sm text-soft sm:flex noscript:hidden pointer-coarse:hidden">
      <span>Shortcuts:</span>
      {keys.map(([key, says]) => (
        <span key={key} className="whitespace-nowrap">
          <Kbd>{key}</Kbd> {says}
        </span>
      ))}
    </p>
  );
}
