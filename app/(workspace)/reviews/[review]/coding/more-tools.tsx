import { Popover, PopoverButton } from "@/components/ui/popover";
import type { Viewer } from "@/lib/access/policy";
import { AcceptanceSection } from "./acceptance-section";
import { BatchesSection } from "./batches-section";
import { SuggestionSwitch } from "./suggestion-switch";

const PANEL = "more-tools";

type Props = { viewer: Viewer; reviewId: string; suggesting: boolean };

/** Tools that are needed now and then, in a popover, so that they move nothing. */
export function MoreTools({ viewer, reviewId, suggesting }: Props) {
  return (
    <>
      <PopoverButton opens={PANEL}>More</PopoverButton>
      <Popover id={PANEL} title="More">
        <section aria-label="Suggestions">
          <SuggestionSwitch shown={suggesting} />
          <AcceptanceSection viewer={viewer} reviewId={reviewId} />
        </section>
        <BatchesSection viewer={viewer} reviewId={reviewId} />
      </Popover>
    </>
  );
}
