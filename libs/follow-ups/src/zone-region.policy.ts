/**
 * The region that a time zone means. Only zones of which `zone.tab` of the time zone database (2025b) names one region, and
 * old names of zones that are a place in one: Toronto is Ontario and Quebec, London four nations, so they mean none.
 */
import { countryOfRegion } from '@app/contracts';

export const ZONES: Readonly<Record<string, string>> = {
  'AU-ACT': 'Australia/ACT Australia/Canberra',
  'AU-NSW':
    'Australia/Sydney Australia/NSW Australia/Broken_Hill Australia/Yancowinna Australia/Lord_Howe Australia/LHI',
  'AU-NT': 'Australia/Darwin Australia/North',
  'AU-QLD': 'Australia/Brisbane Australia/Lindeman Australia/Queensland',
  'AU-SA': 'Australia/Adelaide Australia/South',
  'AU-TAS': 'Australia/Hobart Australia/Tasmania Australia/Currie Antarctica/Macquarie',
  'AU-VIC': 'Australia/Melbourne Australia/Victoria',
  'AU-WA': 'Australia/Perth Australia/West Australia/Eucla',
  'BR-AC': 'America/Rio_Branco America/Porto_Acre Brazil/Acre',
  'BR-AM': 'America/Manaus America/Eirunepe Brazil/West',
  'BR-BA': 'America/Bahia',
  'BR-MS': 'America/Campo_Grande',
  'BR-MT': 'America/Cuiaba',
  'BR-PA': 'America/Santarem',
  'BR-PE': 'America/Recife America/Noronha Brazil/DeNoronha',
  'BR-RO': 'America/Porto_Velho',
  'BR-RR': 'America/Boa_Vista',
  'BR-TO': 'America/Araguaina',
  'CA-BC': 'America/Vancouver America/Dawson_Creek America/Fort_Nelson America/Creston Canada/Pacific',
  'CA-NB': 'America/Moncton',
  'CA-NL': 'America/St_Johns America/Goose_Bay Canada/Newfoundland',
  'CA-NS': 'America/Glace_Bay',
  'CA-NT': 'America/Inuvik America/Yellowknife',
  'CA-NU': 'America/Iqaluit America/Pangnirtung America/Rankin_Inlet America/Resolute America/Cambridge_Bay',
  'CA-ON': 'America/Thunder_Bay America/Nipigon America/Rainy_River',
  'CA-QC': 'America/Montreal America/Blanc-Sablon',
  'CA-SK': 'America/Regina America/Swift_Current Canada/Saskatchewan',
  'CA-YT': 'America/Whitehorse America/Dawson Canada/Yukon',
  'CN-HK': 'Asia/Hong_Kong Hongkong',
  'CN-TW': 'Asia/Taipei ROC',
  'DE-BW': 'Europe/Busingen',
  'ES-CN': 'Atlantic/Canary',
  'FI-01': 'Europe/Mariehamn',
  'FR-971': 'America/Guadeloupe',
  'FR-972': 'America/Martinique',
  'FR-973': 'America/Cayenne',
  'FR-974': 'Indian/Reunion',
  'FR-976': 'Indian/Mayotte',
  'FR-BL': 'America/St_Barthelemy',
  'FR-MF': 'America/Marigot',
  'FR-NC': 'Pacific/Noumea',
  'FR-PF': 'Pacific/Tahiti Pacific/Marquesas Pacific/Gambier',
  'FR-PM': 'America/Miquelon',
  'FR-WF': 'Pacific/Wallis',
  'GB-NIR': 'Europe/Belfast',
  'NL-AW': 'America/Aruba',
  'NL-CW': 'America/Curacao',
  'NL-SX': 'America/Lower_Princes',
  'NO-21': 'Arctic/Longyearbyen Atlantic/Jan_Mayen',
  'NZ-CIT': 'Pacific/Chatham NZ-CHAT',
  'RU-OMS': 'Asia/Omsk',
  'RU-SA': 'Asia/Khandyga Asia/Ust-Nera',
  'RU-SAR': 'Europe/Saratov',
  'RU-ZAB': 'Asia/Chita',
  'US-AK':
    'America/Anchorage America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome America/Adak America/Atka US/Alaska US/Aleutian',
  'US-AS': 'Pacific/Pago_Pago Pacific/Samoa US/Samoa',
  'US-AZ': 'America/Phoenix US/Arizona',
  'US-GU': 'Pacific/Guam',
  'US-HI': 'Pacific/Honolulu US/Hawaii',
  'US-IN':
    'America/Indiana/Indianapolis America/Indiana/Vincennes America/Indiana/Winamac America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Tell_City America/Indiana/Knox America/Indianapolis America/Fort_Wayne America/Knox_IN US/East-Indiana US/Indiana-Starke',
  'US-KY': 'America/Kentucky/Louisville America/Kentucky/Monticello America/Louisville',
  'US-MI': 'America/Detroit America/Menominee US/Michigan',
  'US-ND': 'America/North_Dakota/Center America/North_Dakota/New_Salem America/North_Dakota/Beulah',
  'US-PR': 'America/Puerto_Rico',
  'US-VI': 'America/St_Thomas America/Virgin',
};

/** The names of zones are alike in capitals and small letters. */
const REGIONS = new Map(
  Object.entries(ZONES).flatMap(([region, zones]) => zones.split(' ').map((zone) => [zone.toLowerCase(), region])),
);

/** Somebody abroad may keep the zone of home: it means a region of their own country or none. */
export function regionOfZone(timezone: string, country: string): string | null {
  const region = REGIONS.get(timezone.toLowerCase());
  return region !== undefined && countryOfRegion(region) === country ? region : null;
}
