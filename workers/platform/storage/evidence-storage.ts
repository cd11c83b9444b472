export type ByteRange = { offset: number; length: number };
export type StoredBytes = { body: ReadableStream<Uint8Array>; size: number };

/**
 * Where the bytes of evidence lie. Objects are never changed: a key is random and written once, and
 * a large file is several objects. Who may read is decided before this is asked.
 */
export interface EvidenceStorage {
  /** Stores exactly `size` bytes, or nothing when the body is shorter, longer or breaks off. */
  put(key: string, body: ReadableStream<Uint8Array> | Uint8Array, size: number): Promise<void>;
  /** The whole object or a part of it; `size` is that of the whole. */
  get(key: string, range?: ByteRange): Promise<StoredBytes | undefined>;
  /** The size of an object, without reading it. */
  measure(key: string): Promise<number | undefined>;
  /** Removes an object; removing what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Names of the objects directly in a folder, in order. */
  list(folder: string): Promise<string[]>;
}

export class EvidenceStorageError extends Error {
  override readonly name = 'EvidenceStorageError';
  readonly code = 'platform.evidence_storage_unavailable';
}

/** The body did not have the announced size; nothing was stored. */
export class EvidenceSizeError extends Error {
  override readonly name = 'EvidenceSizeError';
  readonly code = 'platform.evidence_size_mismatch';
}

const segments = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}(\/[A-Za-z0-9][A-Za-z0-9_-]{0,127}){0,5}$/;

/** No dots: a key can name neither a hidden file nor a folder above. */
export function assertObjectKey(key: string): string {
  if (!segments.test(key)) throw new EvidenceStorageError(`not a key of an object: ${key}`);
  return key;
}

/** The part of a storage that belongs to one namespace; nothing outside it can be named. */
export function scopeStorage(storage: EvidenceStorage, namespace: string): EvidenceStorage {
  const scoped = (key: string): string => assertObjectKey(`${namespace}/${assertObjectKey(key)}`);
  return {
    put: (key, body, size) => storage.put(scoped(key), body, size),
    get: (key, range) => storage.get(scoped(key), range),
    measure: (key) => storage.measure(scoped(key)),
    delete: (key) => storage.delete(scoped(key)),
    list: (folder) => storage.list(scoped(folder)),
  };
}
