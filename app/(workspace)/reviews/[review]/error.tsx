"use client";

import { Message } from "@/components/ui/messages/message";
import { Failed, FAILED_TITLE } from "@/components/ui/messages/failed";

export default function ErrorInReview({ reset }: { error: Error; reset: () => void }) {
  return (
    <Message title={FAILED_TITLE}>
      <Failed reset={reset} />
    </Message>
  );
}
