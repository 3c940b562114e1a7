import { isLoopback } from "../loopback";

/**
 * The address of the mail server, with the demand that the connection is encrypted: nodemailer would go on in the clear
 * where a server offers no TLS, and a mail may hold a sign-in link. A server on this computer need not.
 */
export function encryptedSmtp(address: string): string {
  const url = new URL(address);
  if (!isLoopback(url.hostname)) url.searchParams.set("requireTLS", "true");
  return url.href;
}
