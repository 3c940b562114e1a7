"use client";

import { MessagePage } from "@/components/ui/messages/message";
import { FORBIDDEN } from "@/components/ui/messages/forbidden";

export default function ForbiddenPage() {
  return <MessagePage title={FORBIDDEN.title}>{FORBIDDEN.body}</MessagePage>;
}
