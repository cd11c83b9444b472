import { describe, expect, it } from 'vitest';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { createMessaging } from './tenant-messaging.ts';

const outward = { hosts: parseOutwardHosts(''), send: globalThis.fetch, timeoutMs: 100 };
const asked: string[] = [];
const key = await createStoredKey();
const keyRing = {
  keyFor: async (namespace: string) => {
    asked.push(namespace);
    return key;
  },
};
const siteOf = (baseHost: string, hosts: string[] = [], behindProxy = false) =>
  createMessaging({ keyRing, outward, baseHost, behindProxy }, { slug: 'dong', hosts }).siteUrl;

describe('what messages of a tenant leave with', () => {
  it('leads to the tenant’s own host name, where it has one', () => {
    expect(siteOf('qingfeng.example', ['xf.dong.example'])).toBe('https://xf.dong.example');
    expect(siteOf('qingfeng.example')).toBe('https://dong.qingfeng.example');
  });

  it('is plain on this machine alone, and never behind a proxy', () => {
    expect(siteOf('localhost:8787')).toBe('http://dong.localhost:8787');
    expect(siteOf('localhost:8787', [], true)).toBe('https://dong.localhost:8787');
    expect(siteOf('notlocalhost.example')).toBe('https://dong.notlocalhost.example');
  });

  it('closes its secrets under the tenant’s own key', async () => {
    const given = { keyRing, outward, baseHost: 'qingfeng.example' };
    const { box } = createMessaging(given, { slug: 'dong', hosts: [] });
    const closed = await box.seal('secret', 'channel:email');
    expect(await box.open(closed, 'channel:email')).toBe('secret');
    expect(new Set(asked)).toEqual(new Set(['dong']));
  });
});
