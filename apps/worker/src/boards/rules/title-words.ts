/** Words of a title that make it another job, whatever else it shares: how senior, which craft, which language, where. */

const listed = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const SENIORITY = `senior junior lead principal staff head chief intern internship interns trainee traineeship apprentice
  apprenticeship associate assistant entry mid middle graduate fresher director vp vice president manager management
  supervisor executive deputy fellow expert experienced student werkstudent werkstudentin working praktikum praktikant
  praktikantin ausbildung azubi leiter leiterin leitung teamleiter teamleiterin stagiaire alternance alternant stage
  becario prácticas estágio coordinator specialist consultant partner owner officer part full teilzeit vollzeit temporary
  permanent contract freelance minijob`;

const DISCIPLINES = `engineer engineering developer development designer design analyst analytics scientist science
  architect architecture researcher research tester testing qa quality security privacy network networks infrastructure
  platform cloud devops sre reliability backend frontend front back end fullstack stack web mobile android ios embedded
  firmware hardware robotics vision nlp ml ai machine learning data database bi etl software systems system site support
  success customer client account accounts accounting accountant finance financial controller controlling tax audit payroll
  treasury legal counsel lawyer compliance risk hr people talent recruiting recruiter recruitment marketing seo content
  brand growth social media communications pr sales presales business product project program programme operations ops
  logistics supply procurement purchasing warehouse manufacturing production mechanical electrical civil chemical process
  maintenance facility facilities construction teacher nurse doctor physician pharmacist driver cook chef waiter cleaner
  mechanic technician electrician plumber welder copywriter writer editor translator photographer video ux ui game games
  graphics audio retail store shop merchandising billing payments trading research events office administration admin
  secretary reception education training medical clinical biology chemistry physics statistics economics`;

const LANGUAGES = `java kotlin scala clojure groovy python ruby rails php laravel symfony go golang rust cpp csharp fsharp
  dotnet net javascript typescript node nodejs react angular vue svelte swift objective perl elixir erlang haskell sql
  plsql abap sap salesforce cobol fortran matlab r solidity dart flutter speaking speaker native bilingual deutsch englisch
  französisch spanisch italienisch español français italiano português nederlands`;

const PLACES = `remote hybrid onsite homeoffice emea apac latam dach anz nordics benelux americas europe european asia
  africa north south east west northern southern eastern western region regional area district us usa uk eu uae nyc sf la
  bay munich münchen cologne köln hamburg frankfurt stuttgart düsseldorf leipzig dresden nuremberg nürnberg hannover graz
  linz salzburg innsbruck geneva genf genève basel bern lausanne lyon marseille toulouse nice nantes bordeaux lille
  barcelona valencia seville milan milano turin torino naples bologna porto manchester birmingham leeds glasgow edinburgh
  bristol cambridge oxford cork rotterdam hague eindhoven utrecht antwerp ghent gothenburg göteborg malmö aarhus bergen
  tampere krakow kraków wroclaw wrocław gdansk gdańsk poznan poznań brno cluj bangalore bengaluru mumbai delhi hyderabad
  pune chennai gurgaon noida shenzhen beijing guangzhou osaka kyoto busan francisco diego jose seattle austin dallas houston
  boston philadelphia atlanta miami washington portland nashville charlotte pittsburgh minneapolis raleigh tampa orlando
  montreal ottawa calgary waterloo brisbane canberra california texas florida ohio oregon colorado georgia virginia
  carolina michigan illinois massachusetts arizona utah pennsylvania jersey bavaria bayern hessen saxony sachsen`;

/** Too common to be the name of a country or a town in a title. */
const COMMON = new Set(listed('and the of new old saint island islands united states republic first port big great'));

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const codes = letters.flatMap((first) => letters.map((second) => first + second));

/** The world's countries, tongues and larger towns, as the platform knows them. */
function worldly(): string[] {
  const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const tongues = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const towns = Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1)!);
  const names = [...codes.flatMap((code) => [countries.of(code.toUpperCase()), tongues.of(code)]), ...towns];
  return names.flatMap((name) => name?.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMMON.has(word));
}

const CRAFT = new Set([SENIORITY, DISCIPLINES, LANGUAGES].flatMap(listed));
const WORLD = new Set([...listed(PLACES), ...worldly()]);
/** "II", "3", "L5". */
const GRADE = /^(?:[ivx]{1,4}|\d|(?:l|ic|e|p|t)\d)$/;

export function isOfCraft(word: string): boolean {
  return CRAFT.has(word) || GRADE.test(word);
}

export function isDecisive(word: string): boolean {
  return isOfCraft(word) || WORLD.has(word);
}
