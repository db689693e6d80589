/** The words by which a line of text is told to be a person, a firm, a department or a machine; without accents. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** In front of a name; with one of them the whole is the form of address. */
export const TITLES = words(`
  dr doctor doc prof professor mr mister mrs ms mx miss sir madam madame dame lord lady rev reverend hon judge
  herr frau hr fr frl dipl ing mag fraulein doktor monsieur mme mlle mademoiselle maitre me m
  sr sra srta senor senora senorita dona d dna lic licda arq dott dottssa sig signor signora signorina ssa avv geom
  dhr mevr mevrouw meneer drs mw ir pan pani panna mgr inz bc ing judr mudr phdr rndr pana slecna
  fru frk froken hra rva rouva kr kyria kyrie sayin bay bayan gospodin gospoda gospodja gospa domnul doamna dl
  shri smt sri sheikh ustad engr atty haji hajjah datuk tan dato pak bu mas ibu cik encik puan`);
/** Behind a name, the same: "Tanaka-san", "Mehmet Bey". */
export const HONORIFICS = words('san sama sensei bey hanim ji nim saheb sahib ssi khun');
export const PARTICLES = words(`
  van von der den de di da do du des del della delle degli dei dos das la le lo los las el al bin ibn bint abu ap
  ter ten zu zum zur st saint santa af av vom y e und`);
export const CONJUNCTIONS = words('and und et och og ja oraz i si ve a');
/** Behind a name, with or without a comma. */
export const DEGREES = words(`
  phd md mba msc bsc ma ba jd esq esquire pmp shrm shrmcp shrmscp sphr phr cipd mcipd fcipd assoccipd acipd jr sr ii iii iv llm
  llb mphil dphil mres mps meng beng bcom mcom cpa pe rn csm cspo pcc acc dba edd cfa ca csc csp cir aca acca mbe obe hons dipl
  ing inz mgr bc drh`);
export const PRONOUNS = words(
  'she her hers he him his they them theirs xe xem ze zir hir sie ihr er ihm ihn elle il lui iel ella el elles any all',
);

/** What somebody is; behind a name it is left away. */
export const ROLES = words(`
  recruiter recruiterin recruteur recruteuse sourcer headhunter manager managerin director head lead leader partner consultant berater
  beraterin coordinator specialist associate advisor executive officer generalist hrbp ceo cto coo cfo chro vp founder cofounder owner
  senior junior global regional rekruter rekruterka reclutador reclutadora recrutador recrutadora selezionatore`);
/** What is not one person: departments, desks and what they do. */
export const DEPARTMENTS = words(`
  team teams crew talent talents recruiting recruitment recruitments hiring careers career jobs people human resources hr hrm
  acquisition department dept office support service services desk helpdesk admin administrator administration info contact hello
  staffing personnel vacancies applications application candidates candidate onboarding operations ops candidature candidatures
  personal personalabteilung personalwesen personalmanagement bewerbung bewerbungen bewerbermanagement karriere karriereteam stellen
  ausbildung abteilung buro sekretariat kundenservice personaldienstleister unternehmen mitarbeiter bewerberservice
  recrutement ressources humaines equipe rh drh emploi emplois carrieres carriere selection
  recursos humanos rrhh equipo seleccion reclutamiento empleo empleos talento atencion
  recrutamento selecao vagas carreiras equipa trabalhe gestao pessoas
  risorse umane selezione personale lavora ufficio candidati
  personeelszaken werving selectie vacatures vacature sollicitatie sollicitaties afdeling loopbaan
  rekrutacja kadry dzial zespol kariera praca kadr zasoby ludzkie
  nabor personalni oddeleni tym kariera oddelenie zamestnani
  rekrytering rekruttering personalavdelning personalavdelningen avdelning karriar karriere jobb ansokan ansokningar stilling
  rekrytointi henkilosto henkilostohallinto tyopaikat tiimi toborzas karrier csapat
  resurse umane recrutare cariere echipa insan kaynaklari kariyer ekibi
  vidbir rekrutynh kadrova`);
/** What a program or nobody is called; alone or with others. */
export const MACHINES = words(`
  notification notifications alert alerts bot robot system systems automated automatic auto automation mailer daemon postmaster
  webmaster portal website noreply assistant unknown unbekannt inconnu desconocido sconosciuto anonymous tbd tba none null undefined
  user test sender reply workday linkedin greenhouse ashby ashbyhq lever smartrecruiters icims taleo successfactors bamboohr teamtailor
  personio recruitee workable jobvite indeed glassdoor stepstone monster ziprecruiter breezy pinpoint sir madam whom`);
/** Only in the names of firms. */
export const FIRM_WORDS = words(`
  gmbh mbh gbr ohg ug kgaa inc incorporated ltd limited llc llp plc corp corporation company co sarl eurl srl srls slu
  ltda lda eireli sprl bvba oy oyj uab doo dooel kft zrt nyrt sro spol zoo spzoo pvt pty sdn bhd tbk pte
  group gruppe groupe grupo gruppo holding holdings consulting consultancy solutions technologies technology tech systems software
  partners labs studio studios agency agentur agence agencia international enterprises industries ventures capital bank university
  universitat universite universidad institute institut foundation stiftung hospital klinik clinic media digital logistics
  engineering associates brothers sons outsourcing personaldienstleistungen unternehmensberatung zeitarbeit uitzendbureau interim`);
/** Legal forms that are also words or names, and therefore only in capitals: "Northwind AG", not "João Sá". */
export const FIRM_CAPITALS = words(
  'AG SA SE AB AS NV BV KG SL PT AD SC LP GP OU OY KK JSC OOO OAO ZAO PAO SAS SIA ASA SpA SPA ApS APS XING',
);
/** A family name as well: says nothing behind a given name. */
export const ALSO_FAMILY_NAMES = words(
  'bot sender jobs bank capital brothers partners hospital job lever greenhouse monster test english',
);
/** In front of what is no name. */
export const ARTICLES = words(
  'the die das der your our ihr ihre unser unsere dein deine euer eure votre notre vuestro nuestro uw onze',
);
/** Firms that are called like a person. */
export const FIRMS_LIKE_PEOPLE = words(
  'michaelpage roberthalf robertwalters morganstanley morganmckinley morganphilips harveynash oliverwyman nigelfrank oliverjames pagepersonnel hugoboss johndeere charlesschwab philipmorris calvinklein ralphlauren tommyhilfiger giorgioarmani louisvuitton kellyservices johnlewis frankrecruitment austinfraser bakerhughes bakermckenzie dalecarnegie',
);
/** In scripts without blanks, wherever they stand. */
export const NOBODY_ELSEWHERE =
  /採用|人事|招聘|人力|株式会社|有限会社|有限公司|公司|集团|集團|채용|인사|주식회사|\(주\)|отдел|кадр|команда|рекрутинг|вакансі|вакансии|відділ|^(?:ООО|ЗАО|ОАО|АО|ТОВ|ПАТ|ИП)(?![\p{L}])|فريق|توظيف|موارد/u;

/** Where the family name comes first, at home and often in a mail. */
export const FAMILY_NAME_FIRST = words('VN HU CN KR KP JP TW HK MO SG KH');
/** Given names that mostly come with a second one: "Jean Pierre", "María José". */
export const FIRST_OF_TWO = words('jean juan jose maria mary luis gian');
