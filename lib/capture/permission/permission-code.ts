import { encode } from "uqr";

/** A QR code as one SVG path on a square of `size` units, including its quiet zone. */
export type DrawnCode = { size: number; path: string };

/**
 * Draws an address as a QR code at error correction level M, which can still be read when the slip has a
 * crease or a stain.
 */
export function drawCode(address: string): DrawnCode {
  // A quiet zone of four modules, which readers need.
  const { size, data } = encode(address, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}

/** The address where a participant chooses; the address inside a QR code says that it was scanned. */
export function permissionPath(token: string, scanned = false): string {
  return `/permission/${token}${scanned ? "?by=qr" : ""}`;
}
