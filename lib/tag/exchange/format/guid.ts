import { sha256Hex } from "@/lib/platform/digest";

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/**
 * A GUID in one form (programs write either case, with or without braces: GUIDType of the schemas); null if
 * it is not one.
 */
export function toGuid(written: string | undefined): string | null {
  return GUID.exec(written?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
}

/**
 * A GUID that is always the same for the same words: a version 8 UUID (RFC 9562, section 5.8) from SHA-256.
 */
export function derivedGuid(...words: string[]): string {
  const hex = sha256Hex(["exchange", ...words].join("\u0000"));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
