"use client";

import { useState } from "react";

type Asked = { href: string; opened: string | null; lines: readonly { id: string }[] };

/** The line that Tab reaches and that the codebook beside the list sets themes on, and the one whose choices are open. */
export function useCurrentLine({ href, opened, lines }: Asked) {
  const [address, setAddress] = useState(href);
  const [current, setCurrent] = useState(opened ?? lines[0]?.id);
  const [open, setOpen] = useState(opened);
  if (address !== href) {
    setAddress(href);
    setCurrent(opened ?? lines[0]?.id);
    setOpen(opened);
  }
  // Whichever line left the page, one of those that are there is the current one.
  const here = lines.some(({ id }) => id === current);
  return { current: here ? current : lines[0]?.id, setCurrent, open, setOpen };
}
