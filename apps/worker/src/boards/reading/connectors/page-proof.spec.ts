/** Walls and shells before a page are not the page: whatever they say, nobody's job is gone by it. */
import { because, type BoardSentences, ofBoard, type Sentence } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NothingShown } from './connector.js';
import { jsonld } from './jsonld.js';

const parse = (html: string) => jsonld.parse(html, { slug: 'https://careers.acme.example/jobs/7', cursor: 0 });
const organisation = '<script type="application/ld+json">{"@type":"Organization","name":"Acme"}</script>';
const noindex = '<meta name="robots" content="noindex, nofollow">';

describe('proof of absence is not', () => {
  it.each<[string, string]>([
    [
      'the challenge of a firewall',
      `<html><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=23&xinfo=9" frameborder=0>Request unsuccessful. Incapsula incident ID: 459000930103</iframe></body></html>`,
    ],
    [
      'a challenge that checks the browser',
      `<title>Just a moment...</title>${noindex}<form id="challenge-form" action="/jobs/7?__cf_chl_f_tk=x"></form><p>Verifying you are human. This may take a few seconds.</p>`,
    ],
    [
      'a captcha under the words of a gone job',
      `${noindex}<h1>Access is no longer available</h1><p>This position is closed to robots. Verify that you are not a robot.</p>`,
    ],
    [
      'a refusal with its number',
      `<h1>Access Denied</h1><p>You do not have permission. Reference #18.2d</p>${noindex}`,
    ],
    [
      'a login',
      `${noindex}${organisation}<h1>Sign in</h1><form><input name="user"><input type="PASSWORD"><button>Go</button></form>`,
    ],
    [
      'a login that says what was there',
      `<p>This job is no longer available to guests.</p><p>Please log in to view it.</p>`,
    ],
    ['a session that ended', `${organisation}<p>Your session is no longer active.</p>`],
    [
      'a notice of maintenance',
      `${noindex}<h1>We’ll be back soon</h1><p>Our careers site is down for maintenance.</p>`,
    ],
    [
      'maintenance that closes everything',
      `<p>Applications are closed while the portal is temporarily unavailable.</p>`,
    ],
    [
      'an error of the site',
      `${organisation}${noindex}<h1>Something went wrong</h1><p>The role has expired from the cache.</p>`,
    ],
    [
      'the shell of a page made by scripts',
      `${organisation}<div id="root"></div><noscript>This job is no longer available without JavaScript.</noscript><script src="/app.js"></script>`,
    ],
    [
      'a shell that keeps its notice hidden',
      `${organisation}<div id="app"></div><div style="display: none"><p>This job has expired.</p></div><p hidden>This role is closed.</p>`,
    ],
    [
      'a shell with a template',
      `<template><p>This position has been filled.</p></template><div id="__next">Loading</div>`,
    ],
    ['the markup of something else', organisation],
    ['a word to search engines', `${noindex}<h1>Engineer</h1><p>Welcome.</p>`],
    [
      'a word of a closed job beside a control',
      `${noindex}<p>This job is no longer available.</p><div><a href="/x">Apply now</a></div>`,
    ],
    [
      'one beside an address to apply at',
      '<p>This job is no longer available.</p><a href="/apply/118"><img src="go.png"></a>',
    ],
    [
      'one beside a place for the CV',
      '<p>This job is no longer available.</p><form><input type="file" name="cv"></form>',
    ],
    [
      'one beside a form',
      '<p>Position closed? This position is closed.</p><form action="/jobs/7/application"><input></form>',
    ],
    ['a page that is away', '<p>The page you requested is no longer available.</p>'],
    ['a link that has expired', `${organisation}<p>This link has expired.</p>`],
    [
      'broken markup of a job',
      '<script type="application/ld+json">{"@type":"JobPosting"</script><p>This role is closed.</p>',
    ],
    ['another list', `${noindex}<h1>Open roles</h1><ul><li>Cook</li><li>Driver</li></ul>`],
    ['nothing at all', ''],
  ])('%s', (_, html) => expect(() => parse(html)).toThrow(NothingShown));

  it('says what speaks against it', () => {
    const speaks = (why: Sentence) => expect.objectContaining({ said: because(ofBoard('no_markup'), why) });
    const stands = (what: BoardSentences['before_the_page']['stands']) => ofBoard('before_the_page', { stands: what });
    expect(() => parse(`${noindex}<p>Checking your browser</p>`)).toThrow(speaks(stands('challenge')));
    expect(() => parse(`<input type="password">`)).toThrow(speaks(stands('login')));
    expect(() => parse(`<p>Scheduled maintenance</p>`)).toThrow(speaks(stands('maintenance')));
    expect(() => parse('<p>This role is closed.</p><button>Apply</button>')).toThrow(
      speaks(ofBoard('offers_to_apply')),
    );
    expect(() => parse(organisation)).toThrow(speaks(ofBoard('not_said_to_be_gone')));
  });
});

describe('proof of absence are the job’s own words', () => {
  it.each([
    '<p>This job is no longer available.</p>',
    `${organisation}${noindex}<h1>Maintenance Technician</h1><p>This position has been filled.</p><a href="/">Home</a>`,
    '<p>The page you requested is no longer available: the role has been filled.</p>',
    '<p>Diese Stelle ist leider nicht mehr verfügbar.</p>',
    '<p>Cette offre n’est plus disponible.</p>',
    '<p>Esta oferta ya no está disponible.</p>',
    '<p>Deze vacature is helaas niet meer beschikbaar.</p>',
    '<p>We are no longer\n  accepting applications.</p><script src="https://www.google.com/recaptcha/api.js"></script>',
  ])('%s', (html) => expect(parse(html).rows).toEqual([]));
});

const FAULTS = join(process.cwd(), '../shared/data/faults');
const isThere = existsSync(FAULTS);
if (!isThere) process.stderr.write(`${FAULTS} is absent: the pages that were seen to lose their markup are skipped.\n`);
(isThere ? describe : describe.skip)('pages that were seen', () => {
  const seen = (file: string) => readFileSync(join(FAULTS, file), 'utf8');
  it.each(['06-page-loses-markup-after.html', '07-page-never-had-markup.html'])('%s is no proof', (file) =>
    expect(() => parse(seen(file))).toThrow(NothingShown),
  );
  it('the first of them showed its job before', () => {
    expect(parse(seen('06-page-loses-markup-before.html')).rows).toMatchObject([
      { posting: { title: 'Workshop Planner' } },
    ]);
  });
});
