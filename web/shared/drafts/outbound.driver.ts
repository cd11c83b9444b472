import type { OutboundRecord, OutboundStore } from './queue.ts';
import { createPersonKey, createSealedStore, revisionOf } from './sealed-store.ts';
import type { KeptRow, SealedRows } from './sealed-store.ts';

const databaseName = 'qingfeng';
const rowStore = 'outbound';
const keyStore = 'keys';
type StoredKey = { personId: string; key: CryptoKey };

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB failed'));
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      const rows = request.result.createObjectStore(rowStore, { keyPath: 'key' });
      rows.createIndex('person', 'personId');
    }
    request.result.createObjectStore(keyStore, { keyPath: 'personId' });
  };
  return settled(request);
};

/** Another window may have made the key in between: the first one counts. */
const readKey = async (database: IDBDatabase, personId: string): Promise<CryptoKey> => {
  const fresh = await createPersonKey();
  const transaction = database.transaction(keyStore, 'readwrite');
  const store = transaction.objectStore(keyStore);
  const request: IDBRequest<StoredKey | undefined> = store.get(personId);
  let key = fresh;
  request.onsuccess = () => {
    if (request.result) ({ key } = request.result);
    else store.put({ personId, key: fresh });
  };
  await done(transaction);
  return key;
};

const createRows = (database: IDBDatabase): SealedRows => {
  let key: Promise<CryptoKey> | undefined;
  const rowsOf = (mode: IDBTransactionMode) => database.transaction(rowStore, mode);
  return {
    keyOf: (personId) => (key ??= readKey(database, personId)),
    list: (personId) => {
      const index = rowsOf('readonly').objectStore(rowStore).index('person');
      return settled<KeptRow[]>(index.getAll(personId));
    },
    read: (rowKey) =>
      settled<KeptRow | undefined>(rowsOf('readonly').objectStore(rowStore).get(rowKey)),
    replace: async (rowKey, seen, row) => {
      const transaction = rowsOf('readwrite');
      const store = transaction.objectStore(rowStore);
      const request: IDBRequest<KeptRow | undefined> = store.get(rowKey);
      let isMine = false;
      request.onsuccess = () => {
        isMine = revisionOf(request.result) === seen;
        if (!isMine) return;
        if (row) store.put(row);
        else store.delete(rowKey);
      };
      await done(transaction);
      return isMine;
    },
    forget: async (personId) => {
      key = undefined;
      const transaction = database.transaction([rowStore, keyStore], 'readwrite');
      const rows = transaction.objectStore(rowStore);
      const found = rows.index('person').getAllKeys(personId);
      found.onsuccess = () => found.result.forEach((each) => rows.delete(each));
      transaction.objectStore(keyStore).delete(personId);
      await done(transaction);
    },
  };
};

/** Where the browser keeps nothing, or could not keep it sealed: until the window is closed. */
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
    wipe: async () => records.clear(),
  };
};

/** A page that did not come over TLS has no cryptography; then nothing is kept in the clear either. */
export const openOutboundStore = async (personId: string): Promise<OutboundStore> => {
  if (!('crypto' in window) || crypto.subtle === undefined) return createWindowStore();
  try {
    return createSealedStore(createRows(await openDatabase()), personId);
  } catch {
    return createWindowStore();
  }
};
