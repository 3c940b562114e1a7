"use client";

import { MessagePage } from "@/components/ui/message";
import { Failed, FAILED_TITLE } from "@/components/ui/page-messages";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <MessagePage title={FAILED_TITLE}>
      <Failed reset={reset} />
    </MessagePage>
  );
}
