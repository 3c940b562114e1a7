"use client";

import { useState } from "react";

type Asked = { href: string; opened: string | null; contributions: readonly { id: string }[] };

/**
 * The contribution that Tab reaches and that the codebook alongside the list sets themes on, and the one whose
 * choices are open.
 */
export function useCurrentContribution({ href, opened, contributions }: Asked) {
  const [address, setAddress] = useState(href);
  const [current, setCurrent] = useState(opened ?? contributions[0]?.id);
  const [open, setOpen] = useState(opened);
  if (address !== href) {
    setAddress(href);
    setCurrent(opened ?? contributions[0]?.id);
    setOpen(opened);
  }
  // Whichever contribution left the page, one of those that are there is the current one.
  const here = contributions.some(({ id }) => id === current);
  return { current: here ? current : contributions[0]?.id, setCurrent, open, setOpen };
}
