"use client";

import { FORBIDDEN } from "./forbidden";
import { Message, MessagePage } from "./message";
import { NOT_FOUND } from "./not-found";
import { UNAUTHORIZED } from "./unauthorized";

// Every page loads all of these. In one file they are one part of its script: a part each would be five times the bytes.

export function NotFoundPage() {
  return <MessagePage title={NOT_FOUND.title}>{NOT_FOUND.body}</MessagePage>;
}

export function ForbiddenPage() {
  return <MessagePage title={FORBIDDEN.title}>{FORBIDDEN.body}</MessagePage>;
}

/** Nothing here leads to it: whoever is not signed in is sent to sign in. Next's own would be in every page, twice and whole. */
export function UnauthorizedPage() {
  return <MessagePage title={UNAUTHORIZED.title}>{UNAUTHORIZED.body}</MessagePage>;
}

/** Inside a review the menu stays, so that there is a way on. */
export function NotFoundInReview() {
  return <Message title={NOT_FOUND.title}>{NOT_FOUND.body}</Message>;
}

/** Inside a review the menu stays, so that there is a way on. */
export function ForbiddenInReview() {
  return <Message title={FORBIDDEN.title}>{FORBIDDEN.body}</Message>;
}
