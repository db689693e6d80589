/** A board says where its ads are; only what a browser may open is a link. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;
