/** The address of a page that boards are shared by: without what is about the person who pasted it, or lets them in. */

/** Names of parameters in lower case, as they are written. */
const SAYS_WHENCE =
  /^(?:utm|hsa|mtm|piwik|matomo|mc|ga|gad|vero|oly|li|rx)[-_]|^(?:utm|trk|__jvs|__?hs)|^_(?:ga|gl)(?:_|$)/;
const PLATFORM_SECRETS = /^x-(?:amz|goog)-/;
/** The same without anything but letters and digits: `access_token`, `accessToken`, `access-token`. */
const TRACKING = new Set(
  (
    'gclid gclsrc gbraid wbraid dclid fbclid msclkid ttclid twclid yclid ymclid igsh igshid hsctatracking epik mkttok scid cmpid ' +
    'campaign campaignid clickid irclickid irgwc affid affiliate affiliateid pkcampaign pkkwd pkkeyword pksource pkmedium ' +
    'pkcontent pkcid refsrc referer referrer referral referralcode referralid referredby source sourceid sourcetype src ' +
    'srcid jobsource ghsrc ashbysrc leversource leverorigin leversourcevia iis iisn trid dcrci sharedid shareid ittk'
  ).split(' '),
);
const SECRET = new Set(
  (
    'auth authorization bearer jwt otp pass passcode passwd pwd secret key sig sign signature session sessid sid sso ' +
    'phpsessid jsessionid cfid csrf xsrf scrb nonce ticket credential credentials samlrequest samlresponse relaystate ' +
    'awsaccesskeyid googleaccessid'
  ).split(' '),
);
const ENDS_AS_SECRET = /(?:token|secret|password|signature|sessionid|apikey)$/;
const PERSONAL = new Set(
  (
    'email emailaddress mailto firstname lastname fname lname fullname phone tel telephone mobile candidate candidateid ' +
    'candidatename applicant applicantid applicationid user userid username login memberid profileid ' +
    'prospect prospectid invite inviteid invitecode invitation invitationid invitedby contactid leadid subscriber ' +
    'subscriberid recipient recipientid'
  ).split(' '),
);
/** Sessions that servers keep in the path for browsers without cookies. */
const SESSIONS_IN_PATH =
  /;(?:jsessionid|phpsessid|sessionid|sid|cfid|cftoken)=[^/;]*|\/\((?:[A-Z]\([^()/]*\))+\)(?=\/)/gi;

const EMAIL = /[^\s/?&=;:,@]@(?:[a-z0-9-]+\.)+[a-z]{2}/i;
const JWT = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8}/;
const ISSUED_KEY =
  /\b(?:gh[pousr]_\w{20,}|sk_(?:live|test)_\w{8,}|xox[abeprs]-[\w-]{8,}|AKIA[0-9A-Z]{16}|glpat-[\w-]{8,})/;

/** A fragment that is a route of the page's own script; any other is a place on the page. */
const ROUTE = /^#(!?\/[^?]*[^?/][^?]*)(?:\?(.*))?$/s;
/** `ref` says mostly who sent somebody, but a number with or without letters in front is the job's: `JOB-118`. */
const NUMBER_OF_A_JOB = /^(?:(?:[a-z]{1,8}[-_./])+|(?:job|ref|req|jr|r|id|vac))?\d{2,12}(?:[-_./][a-z\d]{1,8}){0,3}$/i;
/** Greenhouse's embedded form of application: here the token is the posting's id. */
const GREENHOUSE_FORM = /^(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io\/embed\/job_app\/?$/;

export function namesPosting({ hostname, pathname, searchParams }: URL): boolean {
  return GREENHOUSE_FORM.test(hostname + pathname) && /^\d+$/.test(searchParams.get('token') ?? '');
}

export function pageAddress(given: URL): string {
  const page = new URL(given);
  const tokenNames = namesPosting(page);
  page.hash = routeOf(page.hash);
  page.username = '';
  page.password = '';
  const path = page.pathname.replace(SESSIONS_IN_PATH, '');
  if (path !== page.pathname) page.pathname = path;
  // Piece by piece and as written: read and written anew, `a%20b` would become `a+b`, and one page two boards.
  page.search = queryOf(page.search.slice(1), tokenNames ? /^token=\d+$/ : undefined);
  return page.href;
}

function routeOf(fragment: string): string {
  const [, route, query = ''] = ROUTE.exec(fragment) ?? [];
  if (route === undefined) return '';
  const kept = queryOf(query);
  return kept === '' ? route : `${route}?${kept}`;
}

function queryOf(query: string, also?: RegExp): string {
  const isKept = (piece: string) => also?.test(piece) || isThePages(piece);
  return query
    .replaceAll(/&(?:amp;)+/gi, '&')
    .split('&')
    .map((piece) => piece.split(';').filter(isKept).join(';'))
    .filter(Boolean)
    .join('&');
}

/** What still looks like somebody's address, or like a key, wherever it stands. */
export function isSomebodys(address: string): boolean {
  const once = decoded(address);
  const read = new Set([address, once, decoded(once)]);
  return [...read].some((text) => (text.includes('@') && EMAIL.test(text)) || JWT.test(text) || ISSUED_KEY.test(text));
}

function isThePages(piece: string): boolean {
  const [written = ''] = piece.split('=', 1);
  const name = decoded(written.replaceAll('+', ' ')).trim().toLowerCase().split('[', 1)[0] ?? '';
  const plain = name.replaceAll(/[^a-z0-9]/g, '');
  if (plain === 'ref') return NUMBER_OF_A_JOB.test(decoded(piece.slice(written.length + 1)));
  const isOfPerson = TRACKING.has(plain) || SECRET.has(plain) || PERSONAL.has(plain) || ENDS_AS_SECRET.test(plain);
  return !isOfPerson && !SAYS_WHENCE.test(name) && !PLATFORM_SECRETS.test(name);
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
