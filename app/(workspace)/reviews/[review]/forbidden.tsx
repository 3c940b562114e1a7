"use client";

import { Message } from "@/components/ui/messages/message";
import { FORBIDDEN } from "@/components/ui/messages/forbidden";

export default function ForbiddenInReview() {
  return <Message title={FORBIDDEN.title}>{FORBIDDEN.body}</Message>;
}
