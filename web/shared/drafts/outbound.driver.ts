import type { OutboundRecord } from './queue.ts';

export type OutboundStore = {
  /** False where the browser keeps nothing; the page must then say so. */
  readonly isDurable: boolean;
  load(personId: string): Promise<OutboundRecord[]>;
  /** Reads, changes and writes in one transaction, so that two windows cannot lose each other's work. */
  update(
    key: string,
    change: (record: OutboundRecord | undefined) => OutboundRecord | undefined,
  ): Promise<OutboundRecord | undefined>;
};

const databaseName = 'qingfeng';
const storeName = 'outbound';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result
      .createObjectStore(storeName, { keyPath: 'key' })
      .createIndex('person', 'personId');
  };
  return settled(request);
};

const createDurableStore = (database: IDBDatabase): OutboundStore => ({
  isDurable: true,
  load: (personId) => {
    const store = database.transaction(storeName, 'readonly').objectStore(storeName);
    return settled<OutboundRecord[]>(store.index('person').getAll(personId));
  },
  update: (key, change) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readwrite');
      const store = transaction.objectStore(storeName);
      const request: IDBRequest<OutboundRecord | undefined> = store.get(key);
      let next: OutboundRecord | undefined;
      request.onsuccess = () => {
        next = change(request.result);
        if (next) store.put(next);
        else store.delete(key);
      };
      transaction.oncomplete = () => resolve(next);
      transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB failed'));
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
    }),
});

/** For private windows that refuse IndexedDB: unsent work lives until the window is closed. */
export const createWindowStore = (): OutboundStore => {
  const records = new Map<string, OutboundRecord>();
  return {
    isDurable: false,
    load: async (personId) => [...records.values()].filter((each) => each.personId === personId),
    update: async (key, change) => {
      const next = change(records.get(key));
      if (next) records.set(key, next);
      else records.delete(key);
      return next;
    },
  };
};

export const openOutboundStore = async (): Promise<OutboundStore> => {
  try {
    return createDurableStore(await openDatabase());
  } catch {
    return createWindowStore();
  }
};
