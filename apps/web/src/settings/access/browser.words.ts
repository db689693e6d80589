/** What a browser is called by people, from what it calls itself: most say that they are several, and the last to join says it first. */
const NAMES: readonly [says: string, name: string][] = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
];
const SYSTEMS: readonly [says: string, name: string][] = [
  ['iPhone', 'an iPhone'],
  ['iPad', 'an iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS', 'a Mac'],
  ['Linux', 'Linux'],
];

/** What is not known is called what it calls itself. */
export function browserOf(userAgent: string): string {
  const [name, system] = [NAMES, SYSTEMS].map((known) => known.find(([says]) => userAgent.includes(says))?.[1]);
  if (name === undefined) return userAgent === '' ? 'A browser' : userAgent;
  return system === undefined ? name : `${name} on ${system}`;
}
