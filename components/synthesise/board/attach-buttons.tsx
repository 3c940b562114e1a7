import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { BEARINGS, BEARING_WORDS } from "@/lib/synthesise/finding/bearing";
import { BOARD_FORM } from "./board-elements";

type Props = { findingId: string; place: number; text: string };

/** Attaches the ticked contributions to the finding; contributions are dropped on these buttons too. */
export function AttachButtons({ findingId, place, text }: Props) {
  return (
    <div role="group" aria-label={`Attach those chosen to: ${text}`} className="mt-3 flex flex-wrap gap-2">
      {BEARINGS.map((bearing) => (
        <Button
          key={bearing}
          type="submit"
          form={BOARD_FORM}
          name="do"
          value={`attach:${findingId}:${bearing}`}
          data-bearing={bearing}
          variant="quiet"
          size="small"
          className="data-over:border-accent data-over:bg-accent-soft data-over:outline-2"
        >
          {BEARING_WORDS[bearing].choice}
          {place <= 9 && <KeyHint>{`${bearing === "supports" ? "" : bearing.slice(0, 1)}${place}`}</KeyHint>}
        </Button>
      ))}
    </div>
  );
}
