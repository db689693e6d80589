/** What pages say when a job is gone, and what walls before a page say; each over text whose white space is single blanks. */

/** "No longer accepting applications" and its like in other languages than English. */
export const CLOSED_ELSEWHERE = new RegExp(
  [
    '(?:stelle|position|stellenanzeige|stellenangebot|ausschreibung) ist (?:leider )?(?:nicht mehr (?:verfügbar|aktiv|ausgeschrieben|online)|bereits besetzt|besetzt|geschlossen)',
    'bewerbungsfrist ist (?:bereits )?abgelaufen',
    "(?:offre|annonce|poste)(?: d[’']emploi)? (?:n[’']est plus (?:disponible|en ligne|active|à pourvoir)|a été pourvue?|est (?:pourvue?|expirée?))",
    '(?:oferta|vacante|puesto|vaga|empleo) (?:ya no está disponible|ya no está activ[ao]|ha (?:caducado|expirado)|está cerrad[ao]|não está mais disponível|já não está disponível|foi encerrada)',
    '(?:offerta|posizione|annuncio) non è più (?:disponibile|attiv[ao]|aperta)',
    'vacature is (?:helaas )?(?:niet meer (?:beschikbaar|actief)|gesloten|verlopen|vervuld|ingevuld)',
    'tjänsten är (?:inte längre (?:tillgänglig|aktiv)|tillsatt|stängd)',
    'oferta (?:pracy )?(?:jest nieaktualna|wygasła|jest nieaktywna)',
  ].join('|'),
  'iu',
);

/** Something else than the job is over. */
export const NOT_OF_A_JOB =
  /(?:session|page|site|website|link|url|token|account|browser|version|service|portal|content|file) (?:you requested |you are looking for )?(?:is|are|was|has been) (?:currently |temporarily |no longer )?(?:unavailable|available|active|open|supported|closed|expired)|(?:session|link|token) (?:has )?(?:expired|timed out)/giu;

export const CHALLENGE =
  /just a moment|checking (?:your|the) (?:browser|connection|site)|verif(?:y|ying) (?:that )?you are (?:not a robot|(?:a )?human)|are you (?:a )?(?:human|robot)|not a robot|complete the security check|unusual traffic|access (?:has been |is |was )?(?:denied|blocked)|request (?:was |has been |is )?(?:blocked|unsuccessful|rejected)|pardon our interruption|attention required|enable (?:javascript|cookies)|ddos protection|ray id|incident id|too many requests|rate limit exceeded/iu;

export const MAINTENANCE =
  /(?:under|undergoing|scheduled|planned|for|system|site) maintenance|maintenance (?:mode|break|window|in progress)|(?:website|site|page|portal|system|service) is (?:temporarily|currently) |temporarily (?:unavailable|closed|offline|down|out of service)|(?:will|we[’']ll) be (?:right )?back|back (?:soon|shortly)|service unavailable|site (?:is )?under construction|wartungsarbeiten|try again (?:later|shortly|in a (?:few|moment))|something went wrong|an error (?:has )?occurred|internal server error|bad gateway|gateway time-?out/iu;

export const LOGIN =
  /(?:sign|log) ?in to (?:continue|view|see|access|proceed)|please (?:sign|log) ?in|(?:sign|log) ?in required|(?:must|need to) (?:be (?:signed|logged) in|(?:sign|log) ?in)|bitte (?:melden sie sich an|einloggen)/iu;
