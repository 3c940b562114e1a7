/** As high as a window, so that nothing below it jumps when the check ends. */
export function Checking() {
  return (
    <div data-waiting className="min-h-dvh">
      <p role="status" className="max-w-measure">
        Checking against everything released before … This takes some seconds.
      </p>
    </div>
  );
}
