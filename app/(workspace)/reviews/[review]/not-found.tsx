"use client";

import { Message } from "@/components/ui/message";
import { NOT_FOUND } from "@/components/ui/page-messages";

/** Inside a review the menu stays, so that there is a way on. */
export default function NotFoundInReview() {
  return <Message title={NOT_FOUND.title}>{NOT_FOUND.body}</Message>;
}
