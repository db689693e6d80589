/** What mail servers say when they refuse, as their words stand once addresses and host names are left out: lower case, single blanks. */

/** They do not pass mail on for us, or not before a login or TLS. */
export const RELAY_OR_LOGIN: readonly RegExp[] = [
  /\brelay|\brcpthosts\b|\bopen proxy\b/,
  /\bauth\b|\bauthenticat|\bauthoriz|\bauthoris|\bunauth|\bsasl\b/,
  /\blog ?in\b|\blog ?on\b|\blogged in\b|\bpassword\b|\bcredential/,
  /\bstarttls\b|\btls\b|\bssl\b|\bencrypt/,
  /\bpop3? before smtp\b|\bcheck (?:for new )?mail first\b/,
];

/** The same said with a 4xx, which else is only a matter of time. */
export const RELAY_OR_LOGIN_FOR_NOW: readonly RegExp[] = [
  /\brelay(?:ing)? (?:access )?(?:denied|not permitted|not allowed|prohibited)\b|\bunable to relay\b|\bcannot relay\b/,
  /\bauthentication (?:is )?(?:required|needed)\b|\bauth (?:is )?(?:required|needed)\b|\bmust authenticate\b|\bneed auth\b/,
  /\bmust issue a? ?starttls\b/,
];

/** Where we come from, or how much we send, is what they do not want. */
export const FROM_HERE: readonly RegExp[] = [
  /\bblack ?list|\bblock ?list|\bdeny ?list|\bdnsbl\b|\brbl\b|\bspamhaus|\bspamcop|\bsorbs\b|\bbarracuda/,
  /\bblocked\b(?! because its content)|\bbanned\b|\breputation\b/,
  /\bclient host\b|\bclient was not\b|\bhelo\b|\behlo\b|\breverse dns\b|\brdns\b|\bptr\b|\bip\b/,
  /\byour (?:host|server|network|access)\b|\bnot allowed to connect\b/,
  /\bsending (?:limit|quota)\b|\brate limit|\btoo many (?:messages|mails|emails|connections)\b/,
  /\b(?:hourly|daily) (?:\w+ ){0,3}(?:limit|quota)\b/,
];

/** Whom the mail says it is from. */
export const SENDER: readonly RegExp[] = [
  /\bsender|\bmail from\b|\benvelope from\b|\breturn[ -]path\b|\bfrom (?:address|header)\b|\bsend as\b/,
  /\bspf\b|\bdkim\b|\bdmarc\b|\bspoof/,
];

export const POLICY: readonly RegExp[] = [
  /\bpolic(?:y|ies)\b|\bspam|\bunsolicited\b|\bbulk\b|\bphish|\bvirus|\bmalware\b|\bsuspicious\b/,
  /\bsecurity\b|\bcontent\b|\bprohibit|\bforbidden\b|\bdenied\b|\brefuse[sd]?\b|\bunwelcome\b/,
  /\bnot (?:be )?(?:permitted|allowed|accepted)\b/,
];
/** Of these, what keeps even a code that names the recipient from being about them. */
export const POLICY_ITSELF: readonly RegExp[] = [/\bpolic(?:y|ies)\b|\bspam|\bunsolicited\b/];

const WHO = '(?:user|recipient|mailbox|addressee|address|account|person|customer|local[ -]part|alias)';
const GONE = '(?:unknown|not known|not found|nonexistent|non-existent|not exist|deleted|removed)';

export const NO_SUCH_USER: readonly RegExp[] = [
  new RegExp(`\\bno such (?:\\w+ ){0,2}${WHO}\\b`),
  new RegExp(`\\b${WHO} (?:name )?(?:is |was |has been |does |could )?${GONE}\\b`),
  new RegExp(`\\b(?:unknown|nonexistent|non-existent) (?:or \\w+ )?(?:\\w+ )?${WHO}\\b`),
  /\binvalid (?:recipient|mailbox|user)\b/,
  new RegExp(`\\b${WHO}\\b.{0,60} (?:does not|doesn't|do not|don't) exist\\b`),
  new RegExp(`\\b${WHO}\\b.{0,60} no longer (?:exists?|valid|here|active|with us|employed)\\b`),
  new RegExp(`\\bdo(?:es)?(?: not|n't) have an? (?:\\S+ )?${WHO}\\b`),
  new RegExp(`\\bno (?:mailbox|account|user|recipient) (?:here )?(?:by|with|of|under) (?:that|this) name\\b`),
  new RegExp(`\\bnot (?:a |an |our )(?:known |valid |existing )?(?:user|mailbox|recipient|customer|account)\\b`),
  /\bnot listed in (?:the )?(?:public|domino|address|directory)\b|\bnot our customer\b/,
  /\b(?:utilisateur|destinataire) inconnu\b|\b(?:empfänger|empfaenger|benutzer) (?:ist )?unbekannt\b/,
];
