import { expect, test } from 'vitest';
import { assertAllowed, parseOutwardHosts, portOf } from './outward-hosts.ts';

test('without a list nothing is allowed', () => {
  for (const list of [undefined, '', ' , ']) {
    expect(parseOutwardHosts(list).allows('smtp.example.cn', 465)).toBe(false);
  }
});

test('a host is allowed at the port that is named, in whichever case', () => {
  const hosts = parseOutwardHosts('SMTP.example.cn:465, 10.1.2.3:8443,[fd00::1]:25');
  expect(hosts.allows('smtp.example.cn', 465)).toBe(true);
  expect(hosts.allows('smtp.Example.cn', 465)).toBe(true);
  expect(hosts.allows('10.1.2.3', 8443)).toBe(true);
  expect(hosts.allows('[fd00::1]', 25)).toBe(true);
  expect(hosts.allows('smtp.example.cn', 25)).toBe(false);
  expect(hosts.allows('example.cn', 465)).toBe(false);
  expect(hosts.allows('evil-smtp.example.cn', 465)).toBe(false);
  expect(() => assertAllowed(hosts, '127.0.0.1', 465)).toThrow('not-allowed: 127.0.0.1:465');
});

test('what is no host with a port is refused at the start, not overlooked', () => {
  for (const entry of [
    'smtp.example.cn',
    'http://a.cn:80',
    '*:25',
    'a.cn:0',
    'a.cn:70000',
    'a b:2',
  ]) {
    expect(() => parseOutwardHosts(entry)).toThrow(/MESSAGE_HOSTS/);
  }
});

test('an address without a port means the port of its protocol', () => {
  expect(portOf(new URL('https://a.cn/x'))).toBe(443);
  expect(portOf(new URL('http://a.cn/x'))).toBe(80);
  expect(portOf(new URL('https://a.cn:8443/x'))).toBe(8443);
});
