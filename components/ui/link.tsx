"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the application. Next would ask the server about the page of every link in sight, some twenty for each page
 * that is read, and learn nothing that a click can use: every page here depends on who asks. A client component, so that
 * a page does not say so of each of its links.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
