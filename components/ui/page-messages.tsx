import type { ReactNode } from "react";
import { Button } from "./button";

type Words = { title: string; body: ReactNode };

/**
 * The sentences of the three pages that replace another one, with and without a menu around them. These pages are client
 * components: every page holds them twice, in case it cannot be shown, and so holds their names alone.
 */
export const NOT_FOUND: Words = {
  title: "This page does not exist, or you do not have access to it",
  body: "Check the address. If somebody sent you the link, ask them if you are a member of that review.",
};

export const FORBIDDEN: Words = {
  title: "Your role does not include this page",
  body: "You have not done anything wrong. If you need this page for your work, ask the lead of the review to change your role.",
};

export const UNAUTHORIZED: Words = {
  title: "You are not signed in",
  body: "Go to the start page and sign in, then open this page again.",
};

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
