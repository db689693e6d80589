import { describe, expect, it } from '@jest/globals';
import { isAllowed } from './robots.policy.js';

const may = (robots: string, path: string) => isAllowed(robots, 'Rekindle', `https://acme.example${path}`);

describe('robots.txt', () => {
  it.each([
    ['', '/jobs', true],
    ['<!doctype html><title>No such page</title>', '/jobs', true],
    ['User-agent: *\nDisallow:', '/jobs', true],
    ['User-agent: *\nDisallow: /', '/jobs', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow: /jobs', '/jobsearch', false],
    ['User-agent: *\nDisallow: /jobs/', '/jobs', true],
    ['User-agent: *\nDisallow: /jobs', '/Jobs', true],
    ['\uFEFFuser-AGENT : * # everybody\r\n  disallow :/jobs # all\r\n', '/jobs/7', false],
    ['User-agent: *\nDisallow: /\nAllow: /jobs', '/jobs/7', true],
    ['User-agent: *\nAllow: /jobs\nDisallow: /jobs', '/jobs', true],
    ['User-agent: *\nAllow: /jobs\nDisallow: /jobs/intern', '/jobs/intern/7', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x=1', true],
    ['User-agent: *\nDisallow: /*?', '/jobs?id=7', false],
    ['User-agent: *\nDisallow: /*?', '/jobs', true],
    ['User-agent: *\nDisallow: /jobs$', '/jobs', false],
    ['User-agent: *\nDisallow: /jobs$', '/jobs/7', true],
    ['User-agent: *\nDisallow: /a*b*c', '/axxbxxc', false],
    ['User-agent: *\nDisallow: /a*b$', '/ab', false],
    ['User-agent: *\nDisallow: /ab*b$', '/ab', true],
    ['User-agent: *\nDisallow: /caf%c3%a9', '/café', false],
    ['User-agent: *\nDisallow: /caf\u00e9', '/caf%C3%A9', false],
    ['User-agent: *\nDisallow: /%6Aobs', '/jobs', false],
    ['User-agent: other\nDisallow: /', '/jobs', true],
    ['User-agent: rekindle\nDisallow: /\n\nUser-agent: *\nAllow: /', '/jobs', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Rekindle/1.0\nDisallow: /private', '/jobs', true],
    ['User-agent: rekindlebot\nDisallow: /', '/jobs', true],
    ['User-agent: other\nUser-agent: Rekindle\nDisallow: /jobs', '/jobs', false],
    ['User-agent: Rekindle\nDisallow: /a\n\nUser-agent: Rekindle\nDisallow: /jobs', '/jobs', false],
    ['User-agent: Rekindle\nSitemap: https://acme.example/s.xml\nDisallow: /jobs', '/jobs', false],
    ['Disallow: /', '/jobs', true],
  ])('%j lets %s be read: %s', (robots, path, allowed) => expect(may(robots, path)).toBe(allowed));

  it('takes no more work than its length', () => {
    const worked = (count: number) => {
      const robots = `User-agent: *\n${`Disallow: /${'*a'.repeat(40)}b\n`.repeat(count)}`;
      const started = process.cpuUsage();
      may(robots, `/${'a'.repeat(2_000)}`);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1_000;
    };
    worked(10);
    expect(worked(5_000)).toBeLessThan(5_000);
  });
});
