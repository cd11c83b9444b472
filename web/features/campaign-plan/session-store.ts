/**
 * What this tab keeps of a draft until it is closed: it outlives a reload, and nothing of it goes
 * to another tab or stays on a shared machine.
 */
export const readSession = <Value>(name: string): Value | undefined => {
  try {
    const text = sessionStorage.getItem(`qingfeng.plan.${name}`);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
};

export const writeSession = (name: string, value: unknown): void => {
  const key = `qingfeng.plan.${name}`;
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A private window may refuse; what is on the screen is still there.
  }
};
