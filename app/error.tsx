"use client";

import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Message title="Something went wrong on our side">
      <p>
        What was saved is safe. Try again in a moment; if it stays so, tell whoever runs this application.
      </p>
      <Button className="mt-5" onClick={reset}>
        Try again
      </Button>
    </Message>
  );
}
