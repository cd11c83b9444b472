import type { Messaging } from '#workers/modules/reminders/index.ts';
import { createSecretBox } from '#workers/platform/crypto/secret-box.driver.ts';
import type { AppDependencies } from './dependencies.ts';

type Given = Pick<AppDependencies, 'keyRing' | 'outward' | 'baseHost' | 'behindProxy'>;

/** What messages of a tenant leave with; its own host name, where it has one, stands in the links. */
export function createMessaging(
  { keyRing, outward, baseHost, behindProxy }: Given,
  { slug, hosts }: { slug: string; hosts: readonly string[] },
): Messaging {
  const host = hosts[0] ?? `${slug}.${baseHost}`;
  const isPlain = behindProxy !== true && /localhost(:\d+)?$/.test(host);
  return {
    box: createSecretBox(() => keyRing.keyFor(slug)),
    outward,
    siteUrl: `${isPlain ? 'http' : 'https'}://${host}`,
  };
}
