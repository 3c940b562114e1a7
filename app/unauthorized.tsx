"use client";

import { MessagePage } from "@/components/ui/messages/message";
import { UNAUTHORIZED } from "@/components/ui/messages/unauthorized";

/** Nothing here leads to it: whoever is not signed in is sent to sign in. Next's own would be in every page, twice and whole. */
export default function UnauthorizedPage() {
  return <MessagePage title={UNAUTHORIZED.title}>{UNAUTHORIZED.body}</MessagePage>;
}
