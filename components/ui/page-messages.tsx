import type { ReactNode } from "react";
import { Button } from "./button";

type Words = { title: string; body: ReactNode };

/** The sentences of the three pages that stand in for another, with and without a menu around them. */
export const NOT_FOUND: Words = {
  title: "There is no such page, or it is not open to you",
  body: "Check the address. If somebody sent you the link, ask them whether you are a member of that review.",
};

export const FORBIDDEN: Words = {
  title: "Your role does not include this page",
  body: "Nothing is wrong with what you did. If you need it for your work, ask the lead of the review to change your role.",
};

export const FAILED_TITLE = "Something went wrong on our side";

export function Failed({ reset }: { reset: () => void }) {
  return (
    <>
      <p>What was saved is safe. Try again in a moment. If it goes on, tell whoever runs this application.</p>
      <Button className="mt-5" onClick={reset}>
        Try again
      </Button>
    </>
  );
}
