"use client";

import { MessagePage } from "@/components/ui/messages/message";
import { NOT_FOUND } from "@/components/ui/messages/not-found";

export default function NotFoundPage() {
  return <MessagePage title={NOT_FOUND.title}>{NOT_FOUND.body}</MessagePage>;
}
