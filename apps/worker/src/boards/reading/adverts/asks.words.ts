/** What stands over the part of an ad that says what it asks for, in the languages that ads of the providers mostly come in. */
const ENGLISH =
  'requirement|qualification|must.haves?|what you.ll (?:bring|need)|what you (?:bring|need|have)|you (?:have|bring)|you might (?:have|be)|you should have|you.ll (?:have|need|bring)|who you are|about you|your (?:profile|skills|background|experience)|(?:looking|look) for|we expect|skills|ideal candidate|good fit';
const GERMAN = 'profil|anforderung|qualifikation|voraussetzung|mitbring|bringst du|erwarten wir|zeichnet dich aus';
const FRENCH = 'profil|compétences|prérequis|vous êtes';
const OTHERS =
  'requisitos|perfil|requisiti|vereisten|wat vragen wij|wie ben jij|wymagania|kvalifikationer|din profil|вимоги';

export const ASKS = new RegExp([ENGLISH, GERMAN, FRENCH, OTHERS].join('|'), 'iu');
