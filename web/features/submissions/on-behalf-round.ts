const key = 'qingfeng-on-behalf';

/** Where a round of filings on behalf was begun, for this tab: the receipt leads back there. */
export const beginRound = (address: string): void => {
  try {
    sessionStorage.setItem(key, address);
  } catch {
    // A window without storage files on behalf one by one.
  }
};

/** An address of the console on this host, or nothing. */
export const roundAddress = (): string | undefined => {
  try {
    const address = sessionStorage.getItem(key) ?? '';
    return address.startsWith('/console/on-behalf') ? address : undefined;
  } catch {
    return undefined;
  }
};
