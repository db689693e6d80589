/** Two spellings of one address are one address. */
export const addressKey = (address: string): string => address.normalize('NFKC').toLowerCase();
