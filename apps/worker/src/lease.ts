/** How long a claim holds when nobody renews it, and how often whoever holds it says so. Seconds on the database's clock. */
export const LEASE_SECONDS = 8;
const RENEW_EVERY_MS = 2_500;

/** Renews while the work is slow; a failed renewal is left to the fencing: later writes carry the token. */
export async function whileLeased<T>(renew: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
