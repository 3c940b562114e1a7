"use client";

import { Message } from "@/components/ui/messages/message";
import { NOT_FOUND } from "@/components/ui/messages/not-found";

/** Inside a review the menu stays, so that there is a way on. */
export default function NotFoundInReview() {
  return <Message title={NOT_FOUND.title}>{NOT_FOUND.body}</Message>;
}
