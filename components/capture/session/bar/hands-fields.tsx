import { useId, type KeyboardEvent } from "react";

type Hands = { raised: string; asked: string };

type Props = { hands: Hands; onHands: (hands: Hands | null) => void; onEnter: () => void };

/** How many hands went up, of how many who were asked. Enter does here what it does in the words. */
export function HandsFields({ hands, onHands, onEnter }: Props) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const field = "w-14 rounded border border-line bg-paper px-2 py-1 text-meta tabular-nums";
  return (
    <div
      className="flex w-full flex-wrap items-center gap-x-2 gap-y-1 text-meta"
      role="group"
      aria-label="Hands"
    >
      <label htmlFor={`${id}-raised`}>Hands raised</label>
      <input
        id={`${id}-raised`}
        autoFocus
        inputMode="numeric"
        autoComplete="off"
        value={hands.raised}
        onChange={({ target }) => onHands({ ...hands, raised: target.value })}
        onKeyDown={onKeyDown}
        enterKeyHint="next"
        className={field}
      />
      <label htmlFor={`${id}-asked`}>of</label>
      <input
        id={`${id}-asked`}
        inputMode="numeric"
        autoComplete="off"
        value={hands.asked}
        onChange={({ target }) => onHands({ ...hands, asked: target.value })}
        onKeyDown={onKeyDown}
        enterKeyHint="next"
        className={field}
      />
      <span>asked</span>
      <button
        type="button"
        onClick={() => onHands(null)}
        className="min-h-8 cursor-pointer px-2 text-accent underline underline-offset-3 pointer-coarse:min-h-11"
      >
        No hands
      </button>
    </div>
  );
}
