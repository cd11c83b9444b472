import { expect, test } from 'vitest';
import { findUser } from './server-users.ts';

const passwd = 'root:x:0:0:root:/root:/bin/bash\nqingfeng-sealed:x:998:997::/:/usr/sbin/nologin\n';

test('an engine runs as the user that the operator made for it', () => {
  expect(findUser(passwd, 'qingfeng-sealed', 1)).toBe(998);
});

test('where the operator made none, an engine gets a number that belongs to nobody', () => {
  expect(findUser(passwd, 'qingfeng-tenants', 61_871)).toBe(61_871);
});
