/**
 * Encrypts what waits on a shared computer with a key of its author's account, so that nobody else who signs
 * in there, or looks into the browser's storage, can read it. AES-GCM with a new nonce each time.
 */
export type Encrypted = { nonce: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

export async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function encrypted(key: CryptoKey, value: unknown): Promise<Encrypted> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, words) };
}

/** Null where it was encrypted with another key. */
export async function decrypted(key: CryptoKey, { nonce, bytes }: Encrypted): Promise<unknown> {
  try {
    const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, bytes);
    return JSON.parse(new TextDecoder().decode(words));
  } catch {
    return null;
  }
}
