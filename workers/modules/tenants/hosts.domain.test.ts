import { expect, test } from 'vitest';
import { matchHost } from './hosts.domain.ts';

test.each([
  ['dong.localhost:8787', { kind: 'label', label: 'dong' }],
  ['oversight.localhost:8787', { kind: 'oversight' }],
  ['platform.localhost:8787', { kind: 'platform' }],
  ['localhost:8787', { kind: 'foreign' }],
  ['dong.localhost', { kind: 'foreign' }],
  ['a.dong.localhost:8787', { kind: 'foreign' }],
  ['dong--sealed.localhost:8787', { kind: 'foreign' }],
  ['control.example.org', { kind: 'foreign' }],
  ['dong.localhost:8787.evil.org', { kind: 'foreign' }],
])('%s', (host, match) => {
  expect(matchHost(host, 'localhost:8787')).toEqual(match);
});
