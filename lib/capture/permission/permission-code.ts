import { encode } from "uqr";

/** A QR code as one path on a square of `size` units, its quiet zone included. */
export type DrawnCode = { size: number; path: string };

/** Draws an address as a QR code that a slip with a crease or a stain can still be read from (level M). */
export function drawCode(address: string): DrawnCode {
  // Four empty units around it: readers look for that margin.
  const { size, data } = encode(address, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}

/** Where a participant chooses; the address inside a code says that it was scanned. */
export function permissionPath(token: string, scanned = false): string {
  return `/permission/${token}${scanned ? "?by=qr" : ""}`;
}
