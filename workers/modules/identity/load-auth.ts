/**
 * Better Auth with all it brings along is a third of what an isolate would evaluate at its start,
 * and only signing in and out need it.
 */
export function loadAuth() {
  return import('./better-auth.driver.ts');
}
