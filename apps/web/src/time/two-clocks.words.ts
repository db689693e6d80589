export const inTheirs = (city: string, own: string) => `in ${city} · ${own} yours`;
