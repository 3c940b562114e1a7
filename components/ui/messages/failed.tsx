import { Button } from "../button";

export const FAILED_TITLE = "Something went wrong on our side";

export function Failed({ reset }: { reset: () => void }) {
  return (
    <>
      <p>
        Anything you saved is safe. Try again in a moment. If the problem continues, tell the person who runs
        this application.
      </p>
      <Button className="mt-5" onClick={reset}>
        Try again
      </Button>
    </>
  );
}
