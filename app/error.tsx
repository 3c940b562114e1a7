"use client";

import { MessagePage } from "@/components/ui/messages/message";
import { Failed, FAILED_TITLE } from "@/components/ui/messages/failed";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <MessagePage title={FAILED_TITLE}>
      <Failed reset={reset} />
    </MessagePage>
  );
}
