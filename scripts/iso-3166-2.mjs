/**
 * Writes libs/contracts/src/iso-3166-2.ts anew from the npm package `iso-3166` (MIT):
 *   npm pack iso-3166 && tar xzf iso-3166-*.tgz && node scripts/iso-3166-2.mjs package/2.js
 * What the package keeps although ISO withdrew it, and what lies in what where it does not say so, stands here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const TARGET = 'libs/contracts/src/iso-3166-2.ts';

const WITHDRAWN = new Set(
  `DK-015 DK-020 DK-025 DK-030 DK-035 DK-040 DK-042 DK-050 DK-055 DK-060 DK-065 DK-070 DK-076 DK-080 DK-101 DK-147
  GH-BA LU-D LU-G LU-L PK-TA`.split(/\s+/),
);

/** By ISO's own list; every other district of the United Kingdom lies in England. */
const LIES_IN = {
  'BE-VLG': 'VAN VBR VLI VOV VWV',
  'BE-WAL': 'WBR WHT WLG WLX WNA',
  'GB-NIR': 'ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD',
  'GB-SCT': `ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW SAY SCB
    SLK STG WDU WLN ZET`,
  'GB-WLS': 'AGY BGE BGW CAY CGN CMN CRF CWY DEN FLN GWN MON MTY NTL NWP PEM POW RCT SWA TOF VGL WRX',
};
const NATIONS = new Set(['GB-EAW', 'GB-ENG', 'GB-GBN', 'GB-NIR', 'GB-SCT', 'GB-UKM', 'GB-WLS']);

const parents = new Map();
for (const [parent, codes] of Object.entries(LIES_IN)) {
  for (const code of codes.split(/\s+/)) parents.set(`${parent.slice(0, 2)}-${code}`, parent);
}

function parentOf({ code, parent }) {
  const known = parents.get(code) ?? parent;
  return known === 'GB' && !NATIONS.has(code) ? 'GB-ENG' : known;
}

const source = process.argv[2];
if (source === undefined) throw new Error('Name the file 2.js of the unpacked npm package iso-3166.');
const { version } = JSON.parse(readFileSync(resolve(source, '../package.json'), 'utf8'));
const { iso31662 } = await import(pathToFileURL(resolve(source)).href);

const within = new Map();
for (const entry of iso31662.filter(({ code }) => !WITHDRAWN.has(code))) {
  const parent = parentOf(entry);
  within.set(parent, [...(within.get(parent) ?? []), entry.code]);
}

function listOf(place) {
  const codes = (within.get(place) ?? []).toSorted();
  return codes.map((code) => code.slice(3) + (within.has(code) ? `(${listOf(code)})` : '')).join(' ');
}

const countries = [...new Set(iso31662.map(({ code }) => code.slice(0, 2)))].toSorted();
writeFileSync(
  TARGET,
  `/**
 * The regions of ISO 3166-2 by country, and in brackets what lies in them. Written by scripts/iso-3166-2.mjs from the npm
 * package iso-3166 ${version} (MIT): not by hand.
 */
export const ISO_3166_2: Readonly<Record<string, string>> = {
${countries.map((country) => `  ${country}: '${listOf(country)}',`).join('\n')}
};
`,
);
