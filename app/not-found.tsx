"use client";

import { MessagePage } from "@/components/ui/message";
import { NOT_FOUND } from "@/components/ui/page-messages";

export default function NotFoundPage() {
  return <MessagePage title={NOT_FOUND.title}>{NOT_FOUND.body}</MessagePage>;
}
