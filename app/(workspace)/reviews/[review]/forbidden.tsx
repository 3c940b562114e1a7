"use client";

import { Message } from "@/components/ui/message";
import { FORBIDDEN } from "@/components/ui/page-messages";

export default function ForbiddenInReview() {
  return <Message title={FORBIDDEN.title}>{FORBIDDEN.body}</Message>;
}
