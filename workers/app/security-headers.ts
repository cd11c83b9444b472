import type { MiddlewareHandler } from 'hono';
import type { RootEnv } from './app-env.ts';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers: readonly (readonly [string, string])[] = [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
];

const TWO_YEARS_S = 63_072_000;

/** Set where the answer does not bring a stricter one of its own, such as a file's sandbox. */
export const secureHeaders: MiddlewareHandler<RootEnv> = async (c, next) => {
  await next();
  const answer = c.res.headers;
  for (const [name, value] of headers) if (!answer.has(name)) answer.set(name, value);
  if (c.get('facts').secure) {
    answer.set('strict-transport-security', `max-age=${TWO_YEARS_S}; includeSubDomains`);
  }
};
