/** What every answer tells a browser, refusals and broken requests included. */

/** JSON is looked at, never run. A page brings its own policy. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Swagger's page styles and starts itself inline; it shows our own description and nothing of anybody else. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
};

export const securityHeaders = (url = ''): Record<string, string> => ({
  ...HEADERS,
  'content-security-policy': /^\/api\/docs(?:[/?]|$)/.test(url) ? DOCS_POLICY : POLICY,
});
