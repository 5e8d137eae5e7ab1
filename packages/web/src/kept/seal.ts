/** A value as it lies on the device: nobody reads it without the key, and the key cannot be taken out of the browser. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const ALGORITHM = "AES-GCM";
const IV_BYTES = 12;

/** A key that can be used and never read: not by us either. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);

/** @param name  under which it is kept: a value that was moved to another place does not open there */
export async function seal(
  value: unknown,
  { key, name, random }: { readonly key: CryptoKey; readonly name: string; readonly random: Random },
): Promise<Sealed> {
  const iv = random(IV_BYTES);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return {
    iv,
    bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv, additionalData: text(name) }, key, plain),
  };
}

/** The value, or nothing when it was sealed with another key, for another place, or has been changed. */
export async function unseal(
  { iv, bytes }: Sealed,
  { key, name }: { readonly key: CryptoKey; readonly name: string },
): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: ALGORITHM, iv, additionalData: text(name) },
      key,
      bytes,
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}

/** That many bytes that nobody can guess. */
export type Random = (count: number) => Uint8Array<ArrayBuffer>;

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
