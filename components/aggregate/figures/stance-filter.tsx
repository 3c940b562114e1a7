import { TabLinks } from "@/components/ui/navigation/tab-links";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";

type Props = {
  /** What is filtered. */
  label?: string;
  current: Stance | null;
  hrefOf: (stance: Stance | null) => string;
};

/** What has one stance, or all of it. */
export function StanceFilter({ label = "Contributions by stance", current, hrefOf }: Props) {
  return (
    <TabLinks
      label={label}
      links={[null, ...STANCE_ORDER].map((stance) => ({
        label: stance ? `${STANCES[stance].sign} ${STANCES[stance].word}` : "All",
        href: hrefOf(stance),
        current: stance === current,
      }))}
    />
  );
}
