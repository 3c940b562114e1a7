import { TabLinks } from "@/components/ui/navigation/tab-links";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";

type Props = { current: Stance | null; hrefOf: (stance: Stance | null) => string };

/** The contributions of one stance, or all of them. */
export function StanceFilter({ current, hrefOf }: Props) {
  return (
    <TabLinks
      label="Contributions by stance"
      links={[null, ...STANCE_ORDER].map((stance) => ({
        label: stance ? `${STANCES[stance].sign} ${STANCES[stance].word}` : "All",
        href: hrefOf(stance),
        current: stance === current,
      }))}
    />
  );
}
