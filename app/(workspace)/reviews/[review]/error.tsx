"use client";

import { Message } from "@/components/ui/message";
import { Failed, FAILED_TITLE } from "@/components/ui/page-messages";

export default function ErrorInReview({ reset }: { error: Error; reset: () => void }) {
  return (
    <Message title={FAILED_TITLE}>
      <Failed reset={reset} />
    </Message>
  );
}
