import type { OutboxWriter } from '../outbox/outbox-writer.ts';
import { createWriter } from './writer.ts';
import type { TenantWriterStub } from './writer.ts';

/** The writer of a namespace in a Worker: its Durable Object, of class `TenantWriter`. */
export function createDurableWriter(
  binding: DurableObjectNamespace,
  namespace: string,
): OutboxWriter {
  return createWriter({ stub: stubOf(binding, namespace), namespace });
}

/** The binding's class is `TenantWriter`; its typed stub is too deep for the compiler. */
function stubOf(binding: DurableObjectNamespace, namespace: string): TenantWriterStub {
  return binding.get(binding.idFromName(namespace)) as unknown as TenantWriterStub;
}
