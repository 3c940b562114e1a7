"use client";

import { useState } from "react";

type Asked = { href: string; opened: string | null; contributions: readonly { id: string }[] };

/**
 * The contribution that Tab reaches and on which the codebook next to the list sets themes, and the one whose
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
  // When the current contribution leaves the page, another one there becomes the current one.
  const here = contributions.some(({ id }) => id === current);
  return { current: here ? current : contributions[0]?.id, setCurrent, open, setOpen };
}
