"use client";

import { MessagePage } from "@/components/ui/message";
import { FORBIDDEN } from "@/components/ui/page-messages";

export default function ForbiddenPage() {
  return <MessagePage title={FORBIDDEN.title}>{FORBIDDEN.body}</MessagePage>;
}
