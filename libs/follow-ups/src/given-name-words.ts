/**
 * Given names, without accents and in lower case, as they are written in Latin letters in the countries that people
 * look for work in; without those that are as often a family name in front (Kim, Lee), which are in no way certain.
 * Two thirds stand in at least two languages of @faker-js/faker 10.6 (MIT, Copyright (c) 2022-2025 Faker),
 * the others were added by hand: docs/decisions/0010-greetings.md.
 */
const NAMES = `
aaliyah aarav aaron aase abbey abby abdon abdullah abe abebe abel abelard abelardo abena abigaelle abigail abraham achille ada adaeze adalbert adalberta adalberto adam adan
addison adebayo adel adela adelaida adelaide adele adelie adelin adelina adeline adem adi adil adina aditi aditya adolf adolfo adonis adriaan adrian adriana adriano adrien
adrienne adrijana afonso afra agata agathe agaton aglae agnes agnesa agnese agneta agnieszka agus agustin ahmad ahmed ahmet aicha aida aidan aiden aigul aikaterini aileen aime
aimee aina ainhoa aino aisha aisling aitor aivars aizhan ajay ajit akash akhil akos akosua aksel akshay ala alain alan alana alasdair alastair alba alban albane albert alberta
alberte albertina albertine alberto albin albina alcibiade alcide alda aldo alea alec alejandra alejandro aleksa aleksandar aleksander aleksandr aleksandra aleksei alena alenka
ales alessandra alessandro alessia alessio alex alexa alexander alexandr alexandra alexandre alexandrea alexandrina alexandrine alexandros alexandru alexane alexanne alexei
alexej alexey alexia alexis aleyna alfons alfonso alfred alfreda alfredo algirdas ali alia alica alice alicia alida alienor alin alina aline alisa alisha alison alissa alistair
alix aliya aliyah alize alka alla allan allegra allen allison alma alois alojz alok alonzo alparslan alper alphonse alton alva alvaro alvin alvina alya alycia alyssa alyssia
alysson alzbeta amaia amalia amalie amalija aman amanda amandine amani amar amara amata amaya amber ambra ambre ambroise ambroz amelia amelie amin amina amine amir amira amit
amitabh amos amrit amy ana anabel anabela anabelle anael anaelle anais anamarija anand anas anastasia anastasiia anastasija anastazija anatol anatole anatolie anatoly anca anda
andel andela andelin andelina ander anders anderson andras andre andrea andreas andreea andrei andreia andrej andreja andres andrew andrey andrii andrija andrina andris andriy
andrzej andy ane aneta anette anezka ange angel angela angele angeles angelica angeliki angelina angeline angelique angelo anghelina angie angus anica anika aniko anil anirudh
anissa anita anja anjali anjana anka anke ankit ankita ankur ann anna annabel annabell annabelle annalisa anne anneke anneli annelie annemarie annemieke annette anni annie
annika anouk anselm anselme antea antero anthony antigone antje antoine antoinette anton antonella antoni antonia antonie antonin antonina antonio antonis ants antti anuj
anupama anurag anusha anya anze aoife aparna apolline apollo apostolos april araceli aram arantxa arash arcadie archana archibald archie arda ari ariadna arian ariana ariane
arianna arie ariel arielle arina aris aristide arjan arjen arjun arkady arlene armance armand armando armel armelle armen armida armin arnaldo arnau arnaud arne arno arnold
aron arpad arsene arsenie artem artemis artemisa arthur artur arturo arturs artus artyom arun arunas arvid arvind arwen arya aryan asa asad asbjorg asbjorn asha ashish ashley
ashok ashot ashton ashwin asier asja asli assunta astrid astrida asya athanasios athena athenais atila attila aubrey aude audrey august augusta auguste augustin augustina
augustine aura aurel aurele aurelia aurelian aurelie aurelio auriane aurica aurora aurore ausra austin auxence ava avi axel axelle aya ayana ayaz ayca ayden ayesha ayla aylin
ayman aymeric ayodele ayoub ayse aysel aysun azadeh aziz aziza azra babak babatunde bahar bahareh bailey bakhtiyar balazs balthazar bambang baptiste baraka baran barbara
barbora baris barnabas barnabe barry bart barthelemy bartlomiej bartolomej bartosz bas basak basil basile bastian bastien batuhan baudouin bayu beat beata beatrice beatriz beau
becky begona behnam behrouz bela belen belinda bella ben bence benedetta benedicte benedikt bengt beniamin benito benjamin bennett bennie benny benoit bent bente berat beren
berenice berit berk berkay bernadette bernard bernardo bernd bernhard bernice bert berta bertha bertille bertram bertrand beryl bessie beth bethany betina betsy bettina betty
beulah beverly beyza bharat bhavna bianca bianka bibiana biel bilal bill billie billy birgit birgitte bishnu bjoern bjork bjorn blahoslav blaise blake blanca blanche blandine
blanka blaz blazej blazena bo-erik bob bobbie bobby bogdan bogdana boglarka boguslaw bohdan bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bojan bojana bolanle
boleslav bongani bonifac bonnie bora boris borivoj borja borka borut boyd bozena bozica bozidar bozidara brad bradford bradley bram brandi brando brandon brandy branimir
branimira branislav branislava branka brankica branko brayan brenda brendan breno brent bret bretislav brett briac brian brice bridget bridgette brieuc brigita brigitta
brigitte britt britta brittany bronislava bronwyn brooke bruce bruna bruno bryan bryant bucur budi budimir burak burcu burkhard busra byron caio caitlin caleb calin calista
calixte callum calvin camelia cameron camil camila camilla camille can canan candace candice candida candido caoimhe capucine cara caridad carina carine carl carla carlo carlos
carlota carlotta carlton carmela carmelo carmen carmine carol carole carolien carolina caroline carolyn carrie carroll cary carys cas casandra casey caslav casper cassandra
cassandre cassie cassio cataleya catalin catalina catarina caterina catharina catherine cathy catriona cecelia cecil cecile cecilia cecilie cedric cedrik celeste celestin
celestine celia celina celine cem cemil ceren cerys cesar ceyda ceylin cezar cezara chad chanel chantal charlene charles charlie charline charlotte chase chelsea chelsey cheryl
chester chetan cheyenne chiara chidi chinedu chitra chloe chris christa christelle christer christian christiane christie christina christine christoph christophe christopher
christos christy chuck chukwuemeka cian ciara ciaran cigdem cillian cindy cinzia ciprian claes claire clara clarence clarissa clarisse clark claude claudia claudine claudio
claudiu clay clayton clea cleber clelia clelie clemence clemens clement clemente clementina clementine cleo cleopatra clifford clifton clint clinton clive cloe clotilde clovis
clyde codrin cody colin coline colleen collin come concepcion conchita conner connie connor conor conrad constance constant constanta constantin consuelo cooper cora coralie
coraline cordelia corentin corey corina corinna corinne cornel cornelia corneliu cornelius corvin cory cosima cosmin costin courtney craig crina cristian cristiana cristiane
cristiano cristina cristobal cristofor crystal csaba ctibor curt curtis cynthia cyprian cyprien cyriaque cyrielle cyril cyrille cyrus daan dace dag dagmar dagmara dahlia daisy
daiva dale dalia dalibor dalibora daliborka dalida dalila dallas damaris damian damiana damien damilola damir damjan damon dan dana dani danica daniel daniela daniele daniella
danielle danijel danijela danilo daniyar danka danny dante danuta daphne daphnee darcy daria darian dariana darija darin darina darinka dario darius dariush dariusz darja darko
darla darlene darnell darragh darrel darrell darren darrin darryl darshan darya daryl dave davi david davide davin davit davor dawid dawit dawn dax dea dean deanna debbie
debora deborah debra declan deepa deepak deepika defne deirdre dejan delbert delfina delia delores delphine denes denis denisa denise deniz dennis derek derrick derya desiree
desislava desmond despina detlef deven devika devin dewey dewi dexter dezider dian diana diane dianna dianne dick didier didina diego dieter dietmar dilan dilara dilek dilnoza
dimitar dimitra dimitri dimitrios dimitris dina dinesh dino dinu diogo dion dionyz dipendra dirk divna divya dixie dmitri dmitriy dmitry dmytro dobromila dobroslav dobroslava
doina dolores domenic domenica domenico domingo dominic dominick dominik dominika dominique domnica don donald donat donata donatella donato donna donnie donny dora doreen
dorel dorian doriana doriane dorin dorina doris dorota dorotea doroteja dorothea dorothy doug douglas doyle draga dragan dragana dragos drahomir drahomira drahoslav drahoslava
drazen drew dua duane duarte dubravka dumitru duncan dunja dusan dusana dustin duygu dwayne dwight dylan earl earnest ebba eberhard ebony ebru ecaterina ece ed eda eddie eddy
eden eder edgar edgard edgardo edgars edit edita edith edmond edmund edna edoardo edouard edson eduard eduarda eduardo edvard edvin edward edwin eero efe efrem efua egle egon
ehsan ehud eija eike eileen eilidh eimear einar eirini eitan ekaterina ekkehard eko ela elaine elbert elda elea eleanor eleanore eleazar elena eleni eleonora eleonore elfrida
elham eli elia eliah elian eliana eliane eliano elias elie elif elijah elin elina eline elinor elio elisa elisabet elisabeth elisabetta elisangela elisaveta elise eliseo eliska
elissa elitsa eliza elizabeth elizaveta elke ella ellen elli ellie elliot elliott ellis elly elmer elmira elmo elodie eloisa eloise elsa else elsie elvira elvis elyas elyssa
elza elzbieta ema emanuel emanuela emanuele emeka emelie emeline emely emese emie emil emile emilia emilian emiliano emilie emilija emilio emily emin emine emir emma emmanuel
emmanuelle emmett emmie emmy emre ena endre enea eneko enes enguerrand eniko ennio enno enola enrico enrique ensar enya enzo eoin ephraim eray eren erez eriberto eric erica
erich erick erik erika erin erma erna ernest ernestine ernesto erno ernst ervin erwin erzsebet esa esma esmee esmeralda espen esperanza esra essie esteban estefania estela
estella estelle ester estera esther eszter etela ethan ethel etienne ettore euan eugen eugene eugenia eugenie eugenio eula eulalia eulalie eunice eusebia eusebie eusebio eva
evan evangelia evangeline evangelos eve evelien evelin evelina eveline evelyn evelyne everardo everett everton evgenia evgeniy evgeny evie evy ewa ewald ewan eyal eymen ezio
ezra fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fabricio fabrizio fadi faisal faith faizan fajar falk fanni fannie fanny fantine farah farai farhad farhan
fariba farid farida farouk farzaneh fatima fatma faustine fausto fay faye febe federica federico fedor fedora felicia feliciano felicie felicita felipe felix femi femke
ferdinand ferenc fergus feride fernanda fernando ferran ferre fidel fien filemon filiberto filip filipa filipe filippa filippo filiz filomena finja finley finn finnley fiodor
fiona fionn fionnuala flavia flavie flavien flavio fleur floor flora flore florence florencia florent florentin florentina florian floriana florin florina florine floyd flynn
folake forrest fouad franc frances francesca francesco francis francisca francisco franco francois francoise frank frankie franklin frans frantisek frantiska franz franziska
frauke fred freda freddie frederic frederick frederico frederik frederique fredrick fredrik fredy freya frida fridolin frieda friederike friedhelm friedrich frits fritz funda
funmi furkan fynn fyodor gabin gabor gabriel gabriela gabriele gabriella gabrielle gabrijela gael gaelle gaetan gaetano gaia gail gal galina gamze ganesh garance gareth garrett
garry gary gaspar gaspard gaston gaurav gautam gautier gavin gayatri gayle gedeon geert geeta gejza gemma gene geneva genevieve gennady gennaro geoff geoffrey geoffroy georg
george georges georgeta georgette georgi georgia georgiana georgina georgios georgy gerald geraldine gerard gerardo gerd gerda gergana gerhard germain germaine german gernot
gerrit gert gertruda gertrude geza ghada ghenadie gheorghe ghislain ghislaine ghita giacomo giada giampaolo gian giancarlo gianfranco gianluca gianmarco gianni giannis gideon
giedre gijs gil gilad gilbert gilberto gilda gilles gillian gina ginevra ginger gino gintaras gioele gioia giorgi giorgia giorgio giorgos giovanna giovanni girish gisela gisele
gita giulia giuliana giuliano giulio giuseppe giuseppina gizela gizem gladys gleb glen glenda glenn gloria goetz goncalo gonzague gonzalo gopal goran gordan gordana gordon
gorka gottfried gotz grace gracie graciela grady graeme graham grainne grant graziano grazyna greg gregg gregoire gregor gregorio gregory greta gretchen grgur griet grigore
grigory griselda gro grzegorz guadalupe gudrun guenter guenther guido guilherme guillaume guillem guillemette guillermina guillermo gul gulnara gulsen gun gunilla gunnar gunter
gunther guntis gust gustaf gustav gustave gustavo guy gwen gwenaelle gwendoline gwendolyn gyorgy gyula habib habiba hadar hadrien hafsa hailey hajnalka hakan hakim hala haley
halina halyna hamed hamid hamish hampus hamza hana hanan hanane hande hani hanna hannah hanne hanneke hannelore hannes hans harald harish harold harriet harrison harry harsh
hartmut harvey hasan hassan hatem hatice hattie hauke havard hayden hayley hazel heather heba hector hedi heidi heike heikki heiko heiner heinrich heinz heitor helder helen
helena helene helga helin helio helle helmut heloise hemant hendra hendrik henk henning henri henrieta henrietta henriette henrik henrique henry herbert herman hermann hermina
hermine hernan herta herve hicham hidde hila hilary hilda hilde hildegard hina hind hippolyte hira holger holly homer homero honore hope horace horacio horia horst hortense
hossein houda howard hristo hrvoje hubert hubertus hugh hugo hugues hulya hunter husain huseyin hussain hussein iacob iacopo iain ian ibrahim ida idan ido idris ifeoma ignac
ignacio ignacy igor ihor ikenna iker ila ilan ilaria ilarion ilay ilayda ildiko ileana ilenia ilhan ilia ilian iliana ilias ilie ilija ilinca ilja ilkka ilknur illia ilona ilse
ilya ilyas ilze iman imane imani imelda imke immanuel imogen imran imre ina inara inaya inbal indah indira ineke ines inesa inese inez inga inge ingeborg inger ingo ingrid
ingrida ingvild inigo inka inmaculada inna intan ioan ioana ioanna ioannis iolanda ion ionel ionela ionut iosif ipek ira irakli irem irena irene irina iris irma irvin irving
iryna isa isaac isabeau isabel isabela isabell isabella isabelle isac isadora isaiah isaias isak iseult isha isidora isidore isis ismael ismail isra istvan itai itay itzel
itziar iulia iulian iuliana iurie iva ivan ivana ivanka ivanna ivar ivaylo iveta ivica ivo ivona ivy iwan iwona izabela izabella izidor izolda jaan jaap jace jacek jacinthe
jacinto jack jackie jackson jacky jacob jacobo jacobus jacopo jacqueline jacquelyn jacques jada jade jaden jadranka jadranko jagdish jaime jairo jake jakob jakov jakub jamal
james jamie jamila jan jana jane janelle janet janeta janice janie janina janine janis janka janko janna janne jannik jannis janos janosch jaqueline jara jared jari jarmila
jarmo jarne jarod jarolim jaromir jaron jaroslav jaroslava jaroslaw jasen jasmin jasmina jasmine jasna jason jasper jasur jaume javier jay jaya jayant jayce jayda jayden jaylen
jayson jazmin jean jeanette jeanne jeannette jeannie jed jeff jefferson jeffery jeffrey jehanne jela jelena jelica jelle jelmer jen jenna jennie jennifer jenny jeno jens jeppe
jerald jeremiah jeremias jeremie jeremy jericho jermaine jernej jeroen jerome jeronimo jerry jerzy jesper jess jesse jessica jessie jessy jesus jett jette jil jill jim jimmie
jimmy jindrich jiri jirina jitka jo-ann joachim joah joakim joan joana joann joanna joanne joanny joao joaquim joaquin jocelyn jochen jodi jody joe joel joelle joerg joey johan
johann johanna johanne johannes john johnathan johnnie johnny joko jolana jolanda jolanta jolie jolien joline jomar jon jona jonah jonas jonatan jonathan jonathon joost jordan
jordi jordy jorg jorge jorgen joris jorma jorn jose josef josefa josefin josefina josefine josep joseph josephine josh joshua josiane josie josue jovan jovana joy joyce joze
jozef jozefina jozsef jozue juan juana juanita juda jude judit judita judith judy juergen juha jukka jule jules julia julian juliana julianne julie julien julieta juliette
julija julio julius juma juna june junior juraj jurgen jurgita juri juris justin justina justine justus justyn justyna jutta juul jyoti jyrki kaan kaare kabir kacper kadri
kagiso kai kaia kaisa kaj kaja kali kalliopi kalman kaloyan kalyani kamal kamil kamila kamran kara karan karel karen kari karim karima karin karina karine karl karla karlheinz
karmela karol karolina karoline karoly karthik kartik kartika kasper kassandra kata katalin katarina katarzyna kate katerina kateryna katharina katherine kathleen kathrin
kathryn kathy katia katie katja kato katri katrien katrin katrina katrine kaveh kavita kavitha kavya kay kaya kayden kayla kaylee kayleigh kazimir keano keanu kees keira keith
kelechi kelley kelli kellie kelly kelvin kemal kemi ken kenan kendra kenneth kenny kent kenza kenzo kerem kerim kerry kerstin kertu kestutis kevin khadija khaled khalid khalil
khrystyna kian kiana kiara kieran kike kilian kim-andre kimberly kimmo kinga kira kiran kirill kirk kirsi kirsten kirsty kishore kjell klaas klara klaudia klaus klemens klement
klementyna kleopatra knut kobe koen kofi koloman komal konrad konstantin konstantinos konstantyn koray korbinian kornel kornelia kostas kourosh krasimir krishna krista kristaps
kristen kristi kristian kristie kristiina kristijan kristin kristina kristine kristjan kristof kristoffer kristopher kristy kristyna krisztian krisztina krystal krystyna
krzysztof ksenia kuba kubra kunal kurt kvetoslava kwabena kwaku kwame kyan kyle kyra kyriaki kyrylo lada ladan ladislau ladislav laetitia laia laila lajos lakshmi lalit lamar
lambert lamia lana lance lara larisa larissa larry lars larysa lasse laszlo lata latoya laura laure lauren laurence laurene laurens laurent laurentia laurentiu lauri lauriane
laurie laurin laurine lauryn laverne lavinia lawrence laxmi layla lazar lazare lea leah lean leana leander leandra leandre leandro leann leanne leda lee-ann leen lefteris leif
leigh leila leire lela leland lelia len lena lene leni lenia lenka lenn lennart lennert lennie lennox lenny lenya leo leon leona leonard leonardo leone leonel leoni leonid
leonida leonidas leonie leonor leonora leontina leontine leopold leopoldina leopoldine leopoldo lerato leroy leslie lester leszek leticia letitia letizia lev levan levent
levente levi levin lewis lexi lexie leyla lia liam lian liana lias libor libuse lidia lidija lieke lien lies liesbeth lieselotte lieven liga liis liisa lila lili lilia lilian
liliana liliane lilla lillian lillie lilly lilou lily lina lincoln linda linde lindsay lindsey line linn linnea lino linus lio lion lionel lior liron lisa lisandro lisanne
lisbeth lise liselotte liudmyla liv liva livia livio liviu liya liyana liz liza lize lizzie ljiljana ljuba ljubica lloyd lluis logan loic lois lola lonnie lora loredana loren
lorena lorene lorenz lorenza lorenzo loretta lori lorin loris lorna lorraine lothar lotta lotte lou louay louie louis louisa louise loup lourdes lovisa lowell luan luana lubica
lubomir lubomira lubor lubos luboslav luboslava luc luca lucas luce lucia lucian luciana luciano lucie lucien lucienne lucija lucile lucille lucio lucius lucretia lucy lucyna
ludek ludivine ludmila ludovic ludovica ludwig luena luigi luis luisa luise luiz luiza lujza luka lukas lukasz luke lula luminita luna lupita luther lutz luuk luz lya lyam
lydia lydie lyla lyle lynda lynette lynn lynne lyubomir lyubov lyudmila lyudmyla maaike maarten maayan mabel mable macarena maciej mack mackenzie macy madalina maddison
madeleine madeline madhav madhu madhuri madina madison mads mae mael maelle maeva maeve mafalda magali magda magdalena magdolna maggie magnus mahaut mahdi mahesh mahir mahmoud
mahnaz mahsa maia maida maike maira maite maja majda majid maksim maksym malak malcolm malena malgorzata malia malik malika malin malina malo malou malte malvina malwina mamie
manasi mandla mandy manel manfred manish manisha manju manoj manolis manon mantas manuel manuela mara marc marceau marcel marcela marcelina marcella marcello marcelo marcia
marcin marcio marco marcos marcus mare marek maren margaret margareta margarida margarita margaux margherita margie margita margot marguerite margus mari maria mariam marian
mariana mariangela marianna marianne mariano maribel marica maricarmen maricel maricica marie marieke mariella mariia marija marijana marijn marika marilena marilou marilu
mariluz marilyn marin marina marine marino mario marion marisa marisol marit marita marites marius mariusz mariya marja marjo marjolein marjorie mark marketa markku marko
markus marlen marlena marlene marley marlies marlo marloes marlon marsha marshall marta martha marthe martijn martim martin martina martine marty martyna marvin marwa mary
maryam maryann marzena masa mason masoud massimiliano massimo mate matej mateja mateo mateus mateusz matheo matheus mathew mathias mathieu mathilda mathilde mathis mathurin
matias matija matilda matilde matis mats matt matteo matthew matthias matthieu matthis matti mattia mattias mattie mattis matyas matylda maud maude maureen maurice mauricio
maurizio mauro max maxence maxim maxima maxime maximilian maximilien maxine may maya mayeul mayra mayte medard medina meena meera meg megan megane megha meghan mehdi mehmet
mehran mehrdad meike melania melanie melany melba melchior melek melia melike melina melinda melis melisa melissa melita melodie melody meltem melvin menno mercedes meredith
merel meritxell merja merle merlin mert merve mervin meryem mete metod mette mhairi mia micaela micah micha michael michaela michal michalis micheal michel michela michele
michelle michiel mick mieczyslaw mieke miguel mihaela mihai mihail mihaly mija mika mikael mikail mikayla mike mikel mikhail mikkel mikko miklos mikulas mila milada milagros
milan milana mildred mile milena miles milic milica milivoj miljan milla milo milorad milos miloslav miloslava milota milton milutin mina mindaugas mindy mine minerva minna
minnie minodora mira mirabela mirac miran miranda miray mircea mirco mireia mireille mirela mirella miriam mirja mirjam mirjana mirka mirko mirna miro miron miroslav miroslava
miroslaw mirza misty mitchell mitra mladen modest modesto mohamad mohamed mohammad mohammed mohan mohit mohsen moira moise moises mojmir molly mona monica monika monique
monserrat montserrat moran morgan morgana morgane moric moritz morris morten mose moses moshe mounir mourad moussa muge muhammad muhammed mukesh murat muriel murilo musa
mustafa mya mykhailo mykola myla mylan mylene myra myriam myrna myron myrtle nabil nacho nada nadav nadeem nadezda nadezhda nadia nadiia nadine nadir nadja nael nahil nail naim
naima najib nala nancy nandini naomi naomie napoleon narcis narcisa narciso nasim nasrin nasser natalia natalie nataliia natalija natalya natan natanael natasa natasha nathalie
nathan nathanael nathaniel naveen navid nawal naya nayla nazar nazim nazli neal nebojsa neda neeraj negar neha neil nela neli nelli nellie nelly nelson nemanja nena nenad neo
nerea neslihan nestor nettie neus neva neven nevena nevenka neville nevin nevio neyla ngozi nia niamh niccolo nicholas nichole nick nico nicola nicolae nicolai nicolaie nicolas
nicole nicoleta nicoletta nicolo nicu niculina nidhi niels nienke nigel niina nika nike nikhil nikita nikki niklas niko nikodem nikola nikolai nikolas nikolay nikoletta
nikolina nikos nil nila nilesh niloufar nils nina nine nino nir nirit nisa nisha nishant nitin nizar njeri nkechi nneka noa noah noam noan noe noel noelia noelle noemi noemie
nola nolan nomsa nona noor nora norah norbert norberto nore norina norma norman nour nova novak novella nuno nurcan nuria nurlan nurul nusrat oana obinna oceane octave octavia
octavian octavio oda odd odile odin odon ofelia ofer ofir ognyan oisin oksana ola olaf olafur olav oldrich ole oleg oleh oleksandr oleksandra oleksii oleksiy olena olga olha
olimpia olive oliver olivia olivier oliwia oliwier olli ollie olof oluwaseun olympe olympia omar omer omid omri ondrej onur opal ophelie ora oren ori oriane oriol orit orla
orlando orlane orly ornella orsolya ortwin orville osama oscar oskar osman ostap osvaldo otavio othman otilia otis oto ottavia otto outi ovidiu owain owen oxana oya oystein
oyvind ozan ozge ozgur ozlem pablo paco pacome padma padraig paige paivi pal palesa pallavi palmira paloma pam pamela panagiota panagiotis pankaj pankrac pantaleon paola paolo
par paraskevi parisa parth parviz pascal pascale pasi pasquale pat patrice patricia patricija patricio patrick patrik patrizia patrycja patsy patti patty pau paul paula
paulette paulina pauline paulo pavel pavla pavlina pavlo pawel pearl pedro peeter peggy pekka pelagia pelagie pelin penelopa penelope penny pentti pepe per percy pere perla
pernilla pernille pero perrine perry petar pete peter petr petra petri petro petronela petronille petros petru petter peyman phil philemon philip philipp philippa philippe
philippine phillip philomene phoebe phyllis pia piergiorgio pierluigi pierpaolo pierre piet pieter pietro pilar pinar pio piotr piper pippa piret pirjo pirkko piroska pius
plamen platon polina pooja poppy pouya prabhakar pradeep prakash pranav prashant pratik praveen pravoslav predrag preeti prem premysl preston priit primoz prisca priscila
priscilla priscille priska priya prokop prosper prudence przemyslaw putri pyotr quentin quieta quinn quinten rabia rachael rachel rachid rada radek radha radim radislav radmila
radomir rados radoslav radoslaw radostina radovan radu raduz rafael rafaela rafal raffaele raffaella raghav ragnar ragnhild rahel rahmat rahul raija rainer raisa raissa raj
rajat rajeev rajendra rajesh rajiv rajko rakesh ralf ralitsa ralph raluca ramesh rami ramin ramiro ramon ramona ramsey rana randal randall randolf randolph randy rania ranko
raoul raphael raphaelle raquel rasa rashid rashmi rasmus rastislav ratna raul ravi ray rayan rayen raymond razvan rebeca rebecca rebeka reem regina reginald regis regula rein
reina reiner reinhard reinhold reka rekha remco remi remo remus remy renan renat renata renate renato rene renee renu reshma reto rex reza rhea rhonda rhys riana ricardo
riccardo richard rick rickey ricky rico riikka rik rikke riley rima rina rino rishi risto rita ritu ritva rizky roan rob robert roberta roberto robin robinson robyn rocco roch
rochelle rocio roderick rodica rodney rodolfo rodrigo rodrigue roel rogelio roger rogerio rohan rohit roisin rok roksana roland rolando rolf romain roman romana romane romeo
romina rommel romuald romulus romy ron ronald ronaldo ronan ronen roni ronja ronnie roos roosevelt rory rosa rosalia rosalie rosalinda rosamunda rosana rosangela rosanna
rosario rose rosemarie rosemary roshan rosie rosina rositsa ross rossella rostislav rostyslav roswitha rowan rowena roxana roxane roxanne roy roya roza rozalia rozina ruben
rubina ruby ruchi rudi rudiger rudo rudolf rudolph rudy ruediger rufina rufus rui rumen rune rupert ruslan russell ruta rutger ruth ruxanda ruya ruza ruzena ryan ryszard saad
saba sabina sabine sabri sabrina sachin sadie saeed safa safiya sagi sahar said saima salah salih salim sally salma salome salomea salomon salvador salvatore sam samaneh
samanta samantha samara sami samia samir samira sammie sammy samson samuel samuele sana sancho sanda sandeep sander sandor sandra sandrine sandro sandu sandy sanja sanjana
sanjay sanjeev sanna sanne santiago santina santino santosh saoirse sara sarah sardor sari sarina sarita sarka sasa sasha saskia satu saul saulius saurabh sava savannah savina
savita scarlett scott scottie sean sebastian sebastien seda seema segolene segun selam selena selene selim selin selina selma sem semih semra semyon sena senad senem senne
sepideh sepp seppe seppo serafin serafina serap serban serena serge sergei sergej sergey sergi sergio sergiu serhii serhiy serkan servac seth severin severine sevgi sevil
shabana shadi shahin shahram shahrzad shai shaina shalini shana shane shani shanna shannon shanon shany shari sharon shashi shaun shawn shawna shayna sheetal sheila sheldon
shelia shelley shelly sheri sherman sherri sherry sheryl shilpa shir shira shirin shirley shivani shlomo shreya shruti shubham sian siavash sibel sibylle sid siddharth sidney
sidonia sidonie siebe siegfried sienna sigmar sigrid sigurd sigurdur silas silje silke silvan silvana silvia silvija silvio silviu silviya simao simeon simion simon simona
simone sina sinan sinead sinisa siobhan sipho siro sirpa siti sixtine sjaak sjoerd skye slava slavek slavica slavka slavko slavomir slawomir slobodan smita sneha snezana
socorro soeren sofia sofiane sofie sofiia sofija soheil sola solange soledad solene soline solomiia solveig soma sona sonal sonali songul sonia sonja sonke sonya sophia sophie
soraya sorcha soren sorin sorina soroush sotiris souad spela spencer spyros srdjan srecko srinivas stacey stacy staffan stan stanislas stanislav stanislava stanislaw stanko
stanley stasa stavros stef stefan stefana stefania stefanie stefano steffen steffi steinar stela stelian steliana stelios stella stellan steluta sten stepan stepanka stephan
stephane stephanie stephen sterre steve steven stewart stian stig stijn stine stjepan stojan stoyan stuart sudha sudhir sue sujata sule suman sumit summer sunil sunita sunniva
suresh susan susana susann susanna susanne sushma susie suzana suzanne svatopluk svein sven svend svenja sverre svetlana svetoslav svetozar sviatoslav svitlana swati sybille
sydney sylva sylvain sylvester sylvia sylvie sylwia szabolcs szilvia szymon tabea tabitha tadeas tadhg taha tahir tal talia tamar tamara tamas tami tamia tammy tamsin tancrede
tanguy tania tanja tanvi tanya tapio tara taras tarek tarik tariq tarja tarun tasha tatenda tatiana tatiane tatjana tatyana taylor tea ted teddy teemu teja tejas tekla telmo
temitope tendai teo teodor teodora teodoro teofil teona terence teresa terez tereza terhi teri terje tero terrance terrell terrence terri terry tess tessa tetiana tetyana teun
thabo thais thalia thanasis thandi thandiwe thea thelma themba theo theodor theodora theodore theodoros theophile theresa therese thiago thibault thibaut thierry thijs thilo
thomas thor thorsten tia tiago tiana tiberiu tibor tichomir tiffany tigist tihana tihomir tiina tiit tijana tijs till tilman tim timea timmy timo timofey timon timotej timoteo
timothee timothy timur tina tinashe tine tineke tiphaine tito titus tiziana tiziano tobias tobin toby todd todor tolga tolu tom toma tomas tomasz tomaz tome tomer tomi tomislav
tommaso tommie tommy ton tone toni tonu tony tonya toomas tor torbjorn tord tore torgeir torill torsten tove tracey traci tracy traian travis trevor tricia triin trine trisha
tristan trond troy tshepo tsvetan tsvetana tsvetelina tuana tudor tugba tuija tulay tuncay tunde tuomas turgut tuula tuur tuva tyler tymofii tyron tyrone tzvi ubaldo uchenna
uday udo ueli ufuk ugo ulf ulla ulrich ulrika ulrike ulysse uma umar umberto umut una unai urban uri uriel urmas uros urs urska ursula urszula usha usman ute uwe vaclav vadim
vahid vaibhav vala valdemar valdir valdis valentin valentina valentine valentino valentyna valeria valerie valeriia valerija valerio valeriu valery valter vanda vandana vanesa
vanessa vangelis vanja varun varvara vasco vasil vasile vasiliki vasilis vasilisa vasily vasyl vavrinec veda vedran veit velimir velma vendelin vendula venera veniamin venkat
venkatesh vera verda verena verica verna verner vernon verona veronica veronika veronique vesa veselin vesna vianney vibeke vic vicente vicki vickie vicky victoire victor
victoria victorien vida vidya viggo vijay vikas vikram viktor viktoria viktoriia vilhelm ville vilma vilmos vinay vince vincenc vincent vincenza vincenzo vinicius vinod viola
violaine violet violeta violette viorel viorica vira virgil virginia virginie vishal vit vita vitalii vitaliy vitaly vito vitor vitoria vittoria vittorio vivek vivian viviana
viviane vivien vivienne vlad vladan vladana vladimir vladimira vladislav vladislava vlado vlasta vlastimil vlastimir vojtech volkan volker volodymyr vratislav vreni vsevolod
vuk vyacheslav vytautas wade wael wagner wahyu waldemar wale walid wallace walter wambui wanda wandrille wangari wanjiku waqas warren wayan wayne wellington wendell wendy
werner weronika wesley wessel whitney wiebke wieslaw wieslawa wiktor wiktoria wilbert wilbur wilfred wilfried wilhelm wilhelmina will willard willem willi william willie willis
willow willy wilma wim winfried winifred winston wladyslaw wm wojciech wolf wolfgang woodrow wout wouter xabier xander xaver xavier xenia ximena xiomara xochitl yadira yael
yago yahya yakov yana yanis yaniv yann yannick yannik yannis yanti yara yaron yaroslav yaroslava yasemin yash yasin yasmin yasmine yassin yassine yavor yavuz yegor yehuda
yekaterina yelda yelena yeliz yemi yesenia yetunde yevhen yevhenii yevheniia yigit yngve yoann yoav yogesh yohannes yolanda yolande yonatan yordanka yosef yossi younes yousef
youssef yudi yulia yuliia yuna yunus yuri yurii yuriy yusuf yuval yvan yves yvette yvonne zacharie zachary zack zackary zafir zaharia zahra zaid zainab zaira zakaria zakary
zane zanele zaneta zara zarko zawadi zayd zayn zbigniew zbynek zdenek zdenka zdenko zdeslava zdravko zdzislaw zeeshan zehra zeinab zelda zelia zelie zeljko zelmira zena zeno
zenobia zeyd zeynep zhanna ziad ziga zina zinaida zion zita ziv ziva ziyad zlata zlatica zlatka zlatko zoe zoey zofia zoja zoltan zora zoran zoriana zorka zornitsa zoya zsofia
zsolt zsuzsanna zurab zuzana zuzanna zvi zvonimir zygmunt
`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
