import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const better = 'Qing-shan-lv-shui-88';
const change = (client: TestClient, json: object) =>
  client('/api/auth/change-password', { json: { current: TEST_PASSWORD, next: better, ...json } });
const signIn = (username: string, password: string, host = hostOf('dong')) =>
  world.visitor(host)('/api/auth/sign-in/username', { json: { username, password } });

describe('a password of one’s own', () => {
  test('is changed for the old one; this session stays, the others end', async () => {
    const [here, elsewhere] = [await world.as('clerk'), world.visitor()];
    const cookie = await signInForCookie(elsewhere, 'clerk', TEST_PASSWORD);
    expect((await change(here, {})).status).toBe(200);
    world.clock.tick(6_000);
    expect((await here('/api/me')).status).toBe(200);
    expect((await elsewhere('/api/me', { headers: { cookie } })).status).toBe(401);
    expect((await signIn('clerk', TEST_PASSWORD)).status).toBe(401);
    expect((await signIn('clerk', better)).status).toBe(200);
  });

  test.each([
    ['too short', 'Ab-1'],
    ['among the commonest', 'password1234'],
    ['a run', 'abcdefghijkl'],
    ['the user name with a year', 'signer-2026'],
    ['the old one', TEST_PASSWORD],
  ])('is not changed for one that is %s', async (_what, next) => {
    const answer = await change(await world.as('signer'), { next });
    expect(answer.status).toBe(422);
    expect((await signIn('signer', TEST_PASSWORD)).status).toBe(200);
  });

  test('says why in the caller’s language', async () => {
    const request = {
      json: { current: TEST_PASSWORD, next: 'password1234' },
      headers: { 'accept-language': 'en' },
    };
    const answer = await (await world.as('signer'))('/api/auth/change-password', request);
    expect(answer.json().errors).toMatchObject([
      { path: '/next', message: 'Too common, easily guessed.' },
    ]);
  });

  test('is no way to guess: wrong old ones lock the name like failed sign-ins', async () => {
    const reviewer = await world.as('reviewer');
    const wrong = () => change(reviewer, { current: 'not-the-password' });
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await wrong()).json().code).toBe('identity.wrong_password');
    }
    expect((await wrong()).json().code).toBe('identity.locked');
    expect((await change(reviewer, {})).json().code).toBe('identity.locked');
    expect((await signIn('reviewer', TEST_PASSWORD)).status).toBe(423);
  });

  test('is changed at the hosts above the regions too, and needs a session everywhere', async () => {
    const oversight = hostOf('oversight');
    expect((await change(await world.as('analyst', oversight), {})).status).toBe(200);
    expect((await signIn('analyst', better, oversight)).status).toBe(200);
    expect((await change(world.visitor(), {})).status).toBe(401);
  });
});
