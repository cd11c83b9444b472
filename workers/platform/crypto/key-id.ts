import { hashHex } from './hash.driver.ts';
import { fromBase64Url } from './signature.driver.ts';

/** The name of a public key: the first half of the hash of its raw bytes. */
export async function keyIdOf(publicKey: string): Promise<string> {
  return (await hashHex(fromBase64Url(publicKey))).slice(0, 32);
}
