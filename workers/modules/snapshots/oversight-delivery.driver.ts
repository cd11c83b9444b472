import * as v from 'valibot';
import { DeliveryReceiptSchema } from '#schema/contracts/snapshots.ts';
import type { Deliver } from './usecases/deliver-snapshot.ts';

type Send = (url: string, init: RequestInit) => Promise<Response>;

const deadlineMs = 10_000;

/** Delivery by HTTP to the higher authority's host, wherever it runs. */
export function createOversightDelivery(input: { url: string; send: Send }): Deliver {
  const { origin } = new URL(input.url);
  return async (delivery) => {
    const response = await input.send(`${origin}/api/oversight/deliveries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(delivery),
      signal: AbortSignal.timeout(deadlineMs),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return v.parse(DeliveryReceiptSchema, answer);
    throw new Error(`the higher authority answered ${response.status} ${codeOf(answer)}`);
  };
}

const ProblemSchema = v.object({ code: v.string() });

function codeOf(answer: unknown): string {
  const problem = v.safeParse(ProblemSchema, answer);
  return problem.success ? problem.output.code : '';
}
