/**
 * Given names, without accents and in lower case, as they are written in Latin letters in the countries that people
 * look for work in; without those that are as often a family name in front (Kim, Lee), which are in no way certain.
 * Most are from @faker-js/faker 10.6 (MIT, Copyright (c) 2022-2025 Faker), the others were added by hand:
 * docs/decisions/0010-greetings.md.
 */
const NAMES = `
aaliyah aarav aaron aase abbey abby abdon abdullah abebe abel abelard abelardo abena abigaelle abigail abigel abraham abril achille achim ada adaeze adalbert adalberta adalberto adam adams adan
addison adebayo adel adela adelaida adelaide adelajda adele adelie adelin adelina adeline adem adi adil adina aditi aditya adolf adolfo adolfs adonis adriaan adrian adriana adriano adrien adrienne
adrijana afonso afra agata agathe agaton aglae aglaia agnes agnesa agnese agneta agnieszka agnos agripina agrypina agus agustin ahmad ahmed ahmet aicha aida aidan aiden aigul aikaterini aileen
aime aimee aina ainars ainhoa aino aisha aisling aitor aivars aizhan ajay ajit akash ake akhil akos akosua aksel akshay akvelina ala alain alan alana alasdair alastair alba alban albane albert
alberta alberte albertina albertine alberto albin albina alcibiade alcide alda aldo alea alec alejandra alejandro aleksa aleksandar aleksander aleksandr aleksandra aleksei aleksi aleksy alena
alenka aleodor ales alessandra alessandro alessia alessio alex alexa alexander alexandr alexandra alexandre alexandrea alexandrina alexandrine alexandros alexandru alexane alexanne alexe alexei
alexej alexey alexia alexis aleyna alfons alfonso alfred alfreda alfredo alfreds algirdas algirds algis ali alia alica alice alicia alicja alida alienor alin alina aline alis alisa alisha alison
alissa alistair alistar alix aliya aliyah aliz alize alka alla allan allegra allen allison alma alois aloizs alojz alok alonzo alparslan alper alphonse alton alva alvaro alvin alvina alvine alwar
alya alycia alyssa alyssia alysson alzbeta amabela amaia amalia amalie amalija aman amanda amandine amani amar amara amata amaya amber ambra ambre ambroise ambroz ambrozy amedeu amelia amelie amin
amina amine amir amira amit amitabh amos amrit amy amza ana anabel anabela anabelle anael anaelle anaida anais anamaria anamarija anand anas anastasia anastasiia anastasija anastazija anastazja
anatol anatole anatolie anatoly anca ancuta anda andel andela andelin andelina ander anders anderson andra andrada andras andre andrea andreas andreea andrei andreia andrej andreja andres andrew
andrey andrii andrija andrina andris andriy andrzej andy andzejs andzelika andzs ane anemona aneta anette anezka ange angel angela angele angeles angelica angeliki angelina angeline angelique
angelo anghel anghelina angie angus anica anika aniko anil anirudh anisoara anissa anita anja anjali anjana anka anke ankit ankita ankur ann ann-christin anna annabel annabell annabelle annalisa
anne anneke anneli annelie annemarie annemieke annette anni annie annika annikki anouk anrijs anselm anselme ansgary anslavs antea antero anthony antigone antim antje antoaneta antoine antoinette
anton antonela antonella antoni antonia antonie antonin antonina antonio antonis antoniu ants antti anuj anupama anurag anusha anuta anya anze aoife aparna apollinary apolline apollo apostolos
april araceli aram arantxa arash arcadie archana archibald archie arda ari ariadna arian ariana ariane arianna arie ariel arielle arija arijs arina aris aristide aristita arjan arjen arjun
arkadijs arkadiusz arkady arlene armance armand armando armel armelle armen armida armin armins arnaldo arnau arnaud arne arno arnold aron arpad arsene arsenie arseniusz artem artemis artemisa
arthur artur arturo arturs artus artyom arun arunas arunthavanathan arvid arvids arvind arwen arya aryan arystarch asa asad asbjorg asbjorn asha ashish ashley ashok ashot ashton ashwin asier asja
asli assunta astrid astrida asya atanazy atena athanasios athena athenais atila attila aubrey aude audrey august augusta auguste augustin augustina augustine aura aurea aurel aurele aurelia
aurelian aureliana aurelie aurelija aurelio auriane aurica aurora aurore ausra austin auxence ava avi avram axel axelle axinte aya ayana ayaz ayca ayden ayesha ayla aylin ayman aymeric ayodele
ayoub ayse aysel aysun azadeh aziz aziza azra babak babatunde bahar bahareh bailey bakhtiyar balazs baldwin balint balthazar bambang banel banuta baptiste baraka baran barbala barbara barbora
barbro barbu baris barnabas barnabe barry bart barthelemy bartlomiej bartolomej bartolomeu bartosz bas basak basarab basil basile bastian bastien batuhan baudouin bayu bazyli beat beata beate
beatrice beatriz beatrycze beau bebe becky begona behnam behrouz bela belen belinda bella ben bence bende bendeguz benedek benedetta benedicte benedikt benedita benedykt benett bengt beniamin
benicio benito benjamim benjamin bennett bennie benny benoit benone bent bente berat beren berenice berit berk berkay bernadette bernard bernardo bernd bernhard bernice bert berta bertalan bertha
bertille bertram bertrand beryl bessie beth bethany betina betsy bettina betty beulah beverly beyza bharat bhavna bianca bianka bibiana bibianna biborka biel bilal bill billie billy birgit
birgitta birgitte bishnu bjoern bjork bjorn blahoslav blaise blake blanca blanche blandine blanduzia blanka blaz blazej blazena bo-erik bob bobbie bobby bogdan bogdana boglarka boguslaw bohdan
bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bojan bojana bolanle boldizsar boleslav boleslavs bongani bonifac bonnie bora borbala boris borivoj borja borka boroka borut borys botond
boyd bozena bozica bozidar bozidara brad bradford bradley bradut brajan brajen bram brandi brando brandon brandusa brandy branimir branimira branislav branislava branka brankica branko brayan
brenda brendan breno brent bret bretislav brett briac brian brice bridget bridgette brieuc brigita brigitta brigitte britt britta brittany bronislava bronislavs bronwyn brooke bruce bruna bruno
bryan bryant brygida bucur budi budimir burak burcu burkhard busra byron caetana caio caitlin caius caleb calebe calin calista calixte callum calvin camelia cameron camil camila camilla camille
can canan candace candice candida candido cantemir caoimhe capucine cara caridad carina carine carl carla carles carlo carlos carlota carlotta carlton carmela carmelo carmen carmina carmine
carminho carmo carol carole carolien carolina caroline carolyn carrie carroll cary carys cas casandra casey casian casiana caslav casper cassandra cassandre cassie cassio cataleya catalin catalina
catarina caterina catharina catherine cathy catinca catrina catrinel catriona caua cazimir cecelia cecil cecile cecilia cecilie cecylia cecyliusz cedric cedrik cedrin celeste celestin celestine
celia celina celine cem cemil cerasela ceren cerys cesar ceyda ceylin cezar cezara cezary chad chanel chantal charlene charles charlie charline charlotte chase chelsea chelsey cheryl chester
chetan cheyenne chiara chidi chinedu chitra chloe chris christa christelle christer christian christiane christie christina christine christoffer christoph christophe christopher christos christy
chuck chukwuemeka cian ciara ciaran cigdem cillian cindy cinzia ciprian cipriana claes claire clara clarence clarisa clarissa clarisse clark claude claudia claudine claudio claudiu claus clay
clayton clea cleber clelia clelie clemence clemens clement clemente clementina clementine cleo cleopatra clifford clifton clint clinton clive cloe clotilde clovis clyde codin codrin codrina codrut
codruta cody colin coline colleen collin come concepcion conchita conner connie connor conor conrad constanca constance constant constanta constantin constantina consuela consuelo cooper cora
coralia coralie coraline cordelia corentin corey corina corinna corinne cornel cornelia corneliu cornelius corvin cory cosima cosmin cosmina costache costel costin courtney craig crenguta crin
crina cristea cristian cristiana cristiane cristiano cristina cristobal cristofor crystal csaba csanad csenge csongor ctibor curt curtis cynthia cyprian cyprien cyra cyriaque cyrielle cyril
cyrille cyrus cyryl daan dace dacian daciana dafina dag dagmar dagmara dags dahlia daiana dainuvite daisy daiva dale dalia dalibor dalibora daliborka dalida dalila dallas damaris damian damiana
damien damilola damir damjan damon dan dana dani danica daniel daniela daniele daniella danielle danijel danijela danilo daniyar danka danny dante danuta daphne daphnee darcy daria darian dariana
darija darin darina darinka dario darius dariush dariusz darja darko darla darlene darnell darragh darrel darrell darren darrin darryl darshan darta darya daryl dave davi david davide davids davin
davis davit davor dawid dawit dawn dax dea dean deanna debbie debora deborah debra decebal declan deepa deepak deepika defne deirdre dejan delbert delfina delia delores delphine demetra demetriusz
denes deneval denis denisa denise denisz deniz dennis derek derrick derya desiree desislava desmond despina detlef deven devika devin dewey dewi dexter dezider dian diana diane dianna dianne dick
dida didier didina diego dieter dietmar dilan dilara dilek dilnoza dimitar dimitra dimitri dimitrina dimitrios dimitris dina dinesh dinis dino dinu diogo dion dionizy dionyz dipendra dirk
ditte-marie divna divya dixie dmitri dmitriy dmitry dmytro dobromila dobroslav dobroslava dochia doina dolores domenic domenica domenico domingo dominic dominick dominik dominika dominique domnica
don donald donat donata donatella donato donna donnie donny dora doreen dorel dorian doriana doriane dorin dorina dorinel doris dorit dorka dorli dorota dorotea doroteja dorothea dorothy dorottya
dorthe doru doug douglas doyle draga dragan dragana dragos drahomir drahomira drahoslav drahoslava drazen drew dua duane duarte dubravka ducu dumitra dumitrana dumitru duncan dunja dusan dusana
dustin duygu dwayne dwight dylan dzile dzirkstite ea earl earnest ebba eberhard ebony ebru ecaterina ece ed eda eddie eddy eden eder edgar edgard edgardo edgars edit edita edite edith edmond
edmund edna edoardo edouard edson eduard eduarda eduardo eduards edvard edvin edvins edward edwin edyta edzus eero eeva efe efraim efrem eftimia eftimie efua egils egle egon ehsan ehud eija eike
eileen eilidh eimear einar einars eirik eirini eitan eizens ekaterina ekkehard eko ela elaine elbert elda elea eleanor eleanore eleazar elena eleni eleonora eleonore elfrida elham eli elia eliah
elian eliana eliane eliano elias eliasz elie elif elijah elin elina eline elinor elio elisa elisabet elisabeta elisabeth elisabetta elisangela elisaveta elise eliseo elisio eliska elissa elitsa
eliza elizabet elizabeth elizaveta elke ella ellen ellen-margrethe elli ellie elliot elliott ellis elly elmars elmer elmira elmo eloa elodia elodie eloisa eloise elsa else elsie elvira elvis
elwira elyas elyssa elza elzbieta ema emanoil emanuel emanuela emanuele emanuelly emanuil emeka emelie emeline emely emese emie emil emile emili emilia emilian emiliano emilie emilija emilio emils
emily emin emine emir emma emmanuel emmanuelle emmett emmie emmy emre ena endre enea eneko enes enguerrand eniko ennio enno enola enrico enrique ensar ensio enya enzo eoin ephraim erast eray
eremia eren erez eriberto eric erica erich erick erik erika eriks erin erkki erma ermins erna ernest ernestine ernesto erno ernst ervin ervins erwin erzsebet esa esben esma esmee esmeralda espen
esperanza esra essie esteban estefania estela estella estelle ester estera esther eszter etela ethan ethel etienne ettore euan eudokia eudoksja eufrosina eugen eugene eugenia eugenie eugenio
eugeniusz eula eulalia eulalie eunice eusebia eusebie eusebio eusebiu eustatiu eustracjusz eva evalds evan evangelia evangeline evangelos evanghelina eve evelien eveliina evelin evelina eveline
evelyn evelyne even everardo everett everton evgenia evgeniy evgeny evie evy ewa ewald ewan ewelina eyal eymen ezio ezra fabia fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fabricia
fabricio fabrizio fadi faisal faith faizan fajar falk fanni fannie fanny fantine farah farai farhad farhan fariba farid farida farouk farzaneh fatima fatma faustine fausto fay faye febe federica
federico fedor fedora felicia feliciano felicie felicita feliks felipe felix femi femke ferdinand ferdynanda ferenc fergus feride fernanda fernando ferran ferre fidel fien filemon filiberto filip
filipa filipe filippa filippo filiz filofteia filomena finja finley finn finnley fiodor fiona fionn fionnuala flavia flavie flavien flavio flaviu fleur floare floarea floor flor flora flore florea
florence florencia florencja florent florenta florentin florentina florian floriana florica florin florina florine floyd flynn folake forrest fouad franc frances francesca francesco francis
francisc francisca francisco franciszek franciszka franco francois francoise frank frankie franklin frans frantisek frantiska franz franziska frauke fred freda freddie frederic frederica frederick
frederico frederik frederique fredrick fredrik fredy freja freya frida fridolin frieda friederike friedhelm friedrich frits fritz frusina fruzsina fryderyk funda funmi furkan fynn fyodor gabi
gabin gabor gabriel gabriela gabriele gabriella gabrielle gabrijela gael gaelle gaetan gaetano gaia gail gal galfryd galina gamze ganesh garance gareth garrett garry gary gaspar gaspard gaston
gaurav gautam gautier gavin gayatri gayle geanina gedeon gederts geert geeta gejza gellert gelu gemma gene geneva genevieve gennady gennaro gentiana geoff geoffrey geoffroy georg george georgel
georges georgeta georgette georgi georgia georgian georgiana georgina georgios georgy gerald geraldine gerard gerardo gerazym gerd gerda gergana gergely gergo gerhard germain germaine german
gernot gerrit gert gertruda gertrude geta geza ghada ghenadie gheorghe gheorghita gherghina ghislain ghislaine ghita giacomo giada giampaolo gian giancarlo gianfranco gianina gianluca gianmarco
gianni giannis gica gicu gideon giedre gijs gil gilad gilbert gilberto gilda gilles gillian gina ginevra ginewra ginger gino gintaras gioele gioia giorgi giorgia giorgian giorgiana giorgio giorgos
giovanna giovanni girish girts gisela gisele gita gitte giulia giuliana giuliano giulio giuseppe giuseppina gizela gizem gladys gleb glen glenda glenn gloria goetz goncalo gonsalwy gonzague
gonzalo gopal goran gordan gordana gordon gorka gottfried gotz grace gracie graciela gracja grady graeme graham grainne grant gratian gratiana gratiela graziano grazyna greg gregg gregoire gregor
gregorian gregorio gregory greta gretchen grgur griet grigore grigory griselda gro gry grzegorz guadalupe gubio gudrite gudrun guenter guenther guido guilherme guillaume guillem guillemette
guillermina guillermo gul gulnara gulsen gun gunars gunilla gunnar gunnel gunter gunther guntis gust gustaf gustav gustave gustavo guy gwen gwenaelle gwendoline gwendolyn gwido gyorgy gyula habib
habiba hadar hadrien hafsa hailey hajnalka hakan hakim hakon hala haley halina halyna hamed hamid hamish hampus hamza hana hanan hanane hande hanga hani hanna hannah hanne hanneke hannele
hannelore hannes hannu hans haralamb haralambie harald harish harold harriet harrison harry harsh hartmut harvey hasan hassan hatem hatice hattie hauke havard hayden hayley hazel heather heba
hector hedda hedi hedvig heidi heike heikki heiko heiner heinrich heinz heitor helder helen helena helene helga helin helio helle helmut heloisa heloise hemant hendra hendrik henk henning henri
henrieta henrietta henriette henrik henrique henry henryk henryka heracleea herbert herman hermann hermenegildo hermina hermine hernan herta herve hicham hidde hieronim hila hilarion hilary hilda
hilde hildegard hina hind hipolit hippolyte hira holger holly homer homero honore hope horace horacio horacy horatiu horea horia horst hortense hortensia hossein houda howard hristo hrvoje hubert
hubertus hugh hugo hugues hulya hunor hunter husain huseyin hussain hussein iacob iacopo iain ian iancu ianis iasmina ib ibrahim ica ida idan ido idris ieremia ifeoma ignac ignacio ignacy igor
ihor ikenna iker ila ilan ilaria ilarie ilarion ilay ilayda ildiko ileana ilenia ilgmars ilhan ilia ilian iliana ilias ilie ilija ilinca ilja ilkka ilknur illia ilmari ilmars ilona ilse ilya ilyas
ilze iman imane imani imelda imke immanuel imogen imran imre ina inara inars inaya inbal indah indira indrikis ineke ines inesa inese inez inga inge ingeborg inger ingmars ingo ingrid ingrida
inguna ingvild inigo inka inkeri inmaculada inna innocenty inocentiu intan ioan ioana ioanina ioanna ioannis iolanda ion ionel ionela ionelia ionica ionut iosefina iosif ipek ira irakli irem irena
irene ireneusz iridenta irina irinel iris irisa irma irmeli irvin irving iryna isa isaac isabeau isabel isabela isabell isabella isabelle isabelly isac isadora isaiah isaias isak iseult isha
isidora isidore isis ismael ismail isra istvan itai itay itzel itziar iulia iulian iuliana iuliu iurie iustin iustina iustinian iva ivan ivana ivanka ivanna ivar ivaylo iveta ivica ivo ivona ivy
iwan iwona izaak izabela izabella izajasz izidor izolda izydor jaakko jaan jaap jace jacek jacinthe jacinto jack jackie jackson jacky jacob jacobo jacobus jacopo jacqueline jacquelyn jacques jada
jade jaden jadranka jadranko jadwiga jagdish jaime jairo jake jakob jakov jakub jakubina jamal james jamie jamila jan jana janaina jane janelle janet janeta janice janie janina janine janis janka
janko janna janne janni jannik jannis janos janosch janusz jaqueline jara jared jari jarmila jarmo jarne jarod jarolim jaromir jaron jaroslav jaroslava jaroslaw jasen jasmin jasmina jasmine jasna
jason jasper jasur jaume jautrite javier jay jaya jayant jayce jayda jayden jaylen jayson jazeps jazmin jean jeana jeanette jeanne jeannette jeannie jed jeff jefferson jeffery jeffrey jehanne
jekabs jela jelena jelica jelle jelmer jen jenel jenna jennie jennifer jenny jeno jens jeppe jerald jeremi jeremiah jeremias jeremiasz jeremie jeremy jericho jermaine jernej jeroen jerome jeronimo
jerry jerzy jesper jess jesse jessica jessie jessy jesus jett jette jevgenijs jil jill jim jimena jimmie jimmy jindrich jiri jirina jitka jo-ann joachim joah joakim joan joana joann joanna joanne
joanny joao joaquim joaquin jocelyn jochen jodi jody joe joel joelle joerg joey johan johann johanna johanne johannes john johnathan johnnie johnny joko jolana jolanda jolanta jolie jolien joline
jomar jon jona jonah jonas jonatan jonathan jonathon joost jordan jordi jordy jorg jorge jorgen joris jorma jorn jose josef josefa josefin josefina josefine josep joseph josephine josh joshua
josiane josie josue jovan jovana joy joyce joze jozef jozefina jozsef jozue juan juana juanita juda jude judit judita judite judith judy judyta juergen juha juhani juho jukka jule jules julia
julian juliana julianne julie julien julieta juliette julija julijs julio julita julius juliusz juma juna june junior juraj jurgen jurgis jurgita juri juris jusma justin justina justine justus
justyn justyna jutta juul jyoti jyrki kaan kaare kaarina kabir kacper kadri kagiso kai kaia kaisa kaj kaja kalervo kalevi kali kalistrat kalliopi kalman kaloyan kalyani kamal kamil kamila kamilla
kamran kara karan karel karen kari karim karima karin karina karine karl karla karlheinz karlis karmela karol karoliina karolina karoline karoly karthik kartik kartika kasper kassandra kata
katalin katariina katarina katarzyna kate katerina kateryna katharina katherine kathleen kathrin kathrine kathryn kathy katia katie katja katri katrien katrin katrina katrine kaveh kavita kavitha
kavya kay kaya kayden kayla kaylee kayleigh kazimierz kazimir keano keanu kees keira keith kelechi kelley kelli kellie kelly kelvin kemal kemi ken kenan kende kendra kenneth kenny kent kenza kenzo
kerem kerim kerry kerstin kertu kestutis kevin khadija khaled khalid khalil khrystyna kian kiana kiara kieran kike kilian kim-andre kimberly kimmo kincso kinga kira kiran kirill kirk kirsi kirsten
kirsty kishore kjell klaas klara klarencjusz klaudia klaudiusz klaus klavs kleber klemens klement klementyna kleopatra knut kobe koen kofi koloman kolos komal konrad konrads konstancja konstantin
konstantinos konstantins konstanty konstantyn koralia koray korbinian kornel korneli kornelia korneliusz kostas kourosh krasimir krishna krisjanis kriss krista kristaps kristen kristi kristian
kristiana kristians kristie kristiina kristijan kristin kristina kristine kristjan kristof kristoffer kristopher kristy kristyna krisztian krisztina krisztofer krystal krystian krystyna krzysztof
ksawera ksawery ksenia ksenofont kuba kubra kunal kurt kvetoslava kwabena kwaku kwame kwintyn kyan kyle kyllikki kyra kyriaki kyrylo lacramioara lada ladan ladislau ladislav laetitia laia laila
lajos lakshmi lalit lamar lambert lamia lana lance lara larisa larissa larry lars larysa lascar lasma lasse laszlo lata latoya laura laure lauren laurence laurencja laurencjusz laurene laurens
laurent laurentia laurentiu laurenty laurentyna lauri laurian lauriane laurie laurin laurine lauryn laverne lavinia lavize lawrence laxmi layla lazar lazare lazarz lea leah lean leana leander
leandra leandre leandro leann leanne leda lee-ann leen leena lefteris leif leigh leila leire lela leland lelia len lena lene leni lenia lenka lenn lennart lennert lennie lennox lenny lenya leo
leon leona leonard leonardo leone leonel leoni leonid leonida leonidas leonids leonie leonor leonora leontin leontina leontine leopold leopoldina leopoldine leopoldo lerato leroy leslie lester
leszek leticia letitia letizia lev levan levent levente levi levin lewis lexi lexie leyla lia liam lian liana lias liba libor libuse lica lidia lidija lieke lien lies liesbeth lieselotte lieven
liga ligia liis liisa liksma lila lili lilia lilian liliana liliane lilianna lilien lilla lillian lillie lilly lilou lily lina lincoln linda linde lindsay lindsey line linett linn linnea lino
linus lio lioara lion lionel lior liron lis lisa lisandro lisanne lisbeth lise liselotte liudmyla liv liva livia livija livio liviu liya liyana liz liza lizbeth lize lizzie ljiljana ljuba ljubica
lloyd lluis logan loic lois lola lone lonnie lora loredana lorelei loren lorena lorene lorenz lorenza lorenzo loretta lori lorin loris lorna lorraine lothar lotta lotte lotti lou louay louie louis
louisa louise loup lourdes lourenco lovisa lowell luan luana lubica lubomir lubomira lubor lubos luboslav luboslava luc luca lucas lucca luce lucentiu lucia lucian luciana luciano lucie lucien
lucienne lucija lucile lucille lucio lucius lucja lucjan lucretia lucretiu lucy lucyna ludek ludivine ludmila ludovic ludovica ludvig ludwig ludwik ludwika luena luigi luis luisa luise luiz luiza
luize lujza luka lukas lukasz luke lula luminita luna lupita luther lutz luuk luz lya lyam lydia lydie lykke lyla lyle lynda lynette lynn lynne lyubomir lyubov lyudmila lyudmyla maaike maarit
maarten maayan mabel mable macarena maciej mack mackenzie macy madalena madalin madalina maddison madeleine madeline madhav madhu madhuri madina madison mads mae mael maelle maeva maeve mafalda
magali magda magdalena magdolna maggie magnus mahaut mahdi mahesh mahir mahmoud mahnaz mahsa maia maica maida maija maike maira maite maja majda majid makary maksim maksym maksymilian malak
malcolm malena malene malgorzata malia malik malika malin malina malo malou malte malthe malvina malvine malwina mamie manasi mandla mandy manel manfred manish manisha manju manoj manole manolis
manon mantas manuel manuela mara marc marceau marcel marcela marceli marcelina marcell marcella marcello marcelo marcheta marcia marcin marcio marcis marco marcos marcu marcus mare marek maren
marga margaret margareta margarida margarita margaux margers margherita margie margita margot marguerite margus mari maria mariam marian mariana mariangela marianna marianne mariano maribel marica
maricarmen maricel maricica marie marieke mariella mariia marija marijana marijn marika marilena marilou marilu mariluz marilyn marin marina marine marinela marino mario marioara marion maris
marisa marisol marit marita marite marites mariuca marius mariusz mariya marja marjatta marjo marjolein marjorie mark marketa markku marko markus marlen marlena marlene marley marli marlies marlo
marloes marlon marsha marshall marta marte martha marthe martijn martim martin martina martine martins marton martti marty martyna marvin marwa mary maryam maryann maryna marzena masa mason masoud
massimiliano massimo mate matei matej mateja mateo mateus mateusz matheo matheus mathew mathias mathieu mathilda mathilde mathis mathurin matias matija matilda matilde matis matiss mats matt
matteo matthew matthias matthieu matthis matti mattia mattias mattie mattis matyas matylda maud maude maureen maurice mauricio maurizio mauro maurycy max maxence maxim maxima maxime maximilian
maximiliano maximilien maxine may maya mayeul mayra mayte medard medina meena meera meg megan megane megha meghan mehdi mehmet mehran mehrdad meike meire melania melanie melany melba melchior
melek melia melike melina melinda melis melisa melissa melita melodie melody meltem melvin menno mercedes mercia meredith merel merete meritxell merja merle merlin mert merve mervin meryem mete
metod metra mette mhairi mia micael micaela micah micha michael michaela michal michalina michalis micheal michel michela michele michelle michiel mick mieczyslaw mieke miguel mihaela mihai mihail
mihaly mihnea mija mika mikael mikaela mikail mikayla mike mikel mikelis mikhail mikkel mikko miklos mikolaj mikulas mila milada milagros milan milana mildred mile milena miles milic milica
milivoj miljan milla mille milo milorad milos miloslav miloslava milota milton milutin mina mindaugas mindy mine minerva minna minnie minodora mioara mira mirabela mirac miran miranda miray mircea
mirco mireia mireille mirela mirella miriam mirja mirjam mirjana mirka mirko mirna miro miron mirona miroslav miroslava miroslaw miruna mirza misty mitchell mitica mitra mitrut mladen moa modest
modesto modrite mohamad mohamed mohammad mohammed mohan mohit mohsen moira moise moises mojmir mojzesz molly mona monalisa monica monika monique monserrat montserrat monvids moran morgan morgana
morgane moric moritz morris morten mose moses moshe mounir mourad moussa mudite muge mugur mugurel muhammad muhammed mukesh murat muriel murilo musa mustafa mya mykhailo mykola myla mylan mylene
myra myriam myrna myron myrtle nabil nacho nada nadav nadeem nadezda nadezhda nadia nadiia nadine nadir nadja nadzieja nae nael nahil nail naim naima najib nala nancy nandini nandor nanna naomi
naomie napoleon nara narcis narcisa narciso nasim nasrin nasser natalia natalie nataliia natalija natalya natan natanael nataniel natasa natasha nathalie nathan nathanael nathaniel naveen navid
nawal naya nayla nazar nazariusz nazary nazim nazli neal nebojsa nechifor neda neeraj negar neha neil nela neli nelli nellie nelly nelson nelu nemanja nena nenad neo nerea neslihan nestor nettie
neus neva neven nevena nevenka neville nevin nevio neyla ngozi nia niamh niccolo nichifor nicholas nichole nick nicklas nico nicoara nicodim nicola nicolae nicolai nicolaie nicolas nicole nicoleta
nicoletta nicoline nicolo nicu niculina niculita nicusor nicuta nidhi nidia niels nienke nigel niina nika nike nikhil nikita nikki niklas niklavs niko nikodem nikola nikolai nikolas nikolasz
nikolay nikoletta nikolina nikos nil nila nilesh niloufar nils nimrod nina nine nino nir nirit nisa nisha nishant nitin nizar njeri nkechi nneka noa noah noam noan noe noel noelia noelle noemi
noemie nola nolan nolen nomsa nona noor nora norah norbert norberto nore norica norina norma norman nour nova novak novella nubia nuno nurcan nuria nurlan nurul nusrat oana obinna oceane octav
octave octavia octavian octaviana octavio octaviu oda odd odile odin odon ofelia ofer ofir ognyan oisin ojars oksana ola olaf olafur olav olavi oldrich ole oleg olegs oleh oleksandr oleksandra
oleksii oleksiy olena olga olgerts olha olimpia olimpian olimpiu olive oliver olivia olivier olivija oliviu oliwia oliwier olle olli ollie olof oluwaseun olympe olympia omar omer omid omri ondrej
onufry onur opal ophelie ora oren orestes ori oriane oriol orit orla orlando orlane orly ornella orsolya ortansa ortwin orville orvokki osama oscar oskar oskari osman osmund ostap osvaldo otavio
othman otilia otilija otis oto ottavia otto outi ovidiu owain owen oxana oya oystein oyvind ozan ozana ozge ozgur ozlem pablo paco pacome padma padraig paige paivi pal palesa pallavi palmira
paloma pam pamela pamfil panagachie panagiota panagiotis panait panka pankaj pankrac pankracy panna pantaleon paola paolo par paraschiva paraskevi parisa parsla parth parviz pascal pascale pasi
pasquale pat patrice patricia patricija patricio patrick patrik patrizia patru patrycja patrycjusz patrycy patryk patsy patti patty pau paul paula paulette paulica pauliina paulina pauline paulo
pavel pavils pavla pavlina pavlo pawel pearl pedro peeter peggy pekka pelagia pelagie pelin penelopa penelope penny pentti pepe per percy pere perla pernilla pernille pero perrine perry petar pete
peter peteris petr petra petre petri petrica petrisor petro petronela petronille petros petru petrut petruta petter petteri peyman phil philemon philip philipp philippa philippe philippine phillip
philomene phoebe phyllis pia piergiorgio pierluigi pierpaolo pierre piet pieter pietro pilar pinar pio piotr piper pippa piret pirjo pirkko piroska pius plamen platon polikarp polina pompilia
pompiliu pontus pooja poppy porfiriusz porfiry poul pouya prabhakar pradeep prakash pranav prashant pratik praveen pravoslav predrag preeti prem premysl preston priit primoz prisca priscila
priscilla priscille priska priya profira prokles prokop prokul prosper prudence przemyslaw putri pyotr quentin quieta quinn quinten rabia rachael rachel rachela rachid rada radek radha radim
radislav radmila radomir rados radoslav radoslaw radostina radovan radu raducu raduz rafael rafaela rafal raffaele raffaella rafila raghav ragnar ragnhild rahel rahmat rahul raija rainer raisa
raissa raj rajat rajeev rajendra rajesh rajiv rajko rajmund rajnold rakesh ralf ralitsa ralph raluca ramesh rami ramin ramiro ramon ramona ramsey rana randal randall randolf randolph randy rania
ranko raoul raphael raphaelle raquel rares rasa rashid rashmi rasmus rastislav ratna raul ravi ray rayan rayen raymond razvan rebeca rebecca rebeka reem regina reginald regis regitze regnars
regula rein reina reiner reinhard reinhold reka rekha relu remco remi remo remus remy renan renars renat renata renate renato rene renee renu reshma reto rex reza rhea rhonda rhys riana rica
ricardo ricards riccardo richard rick rickard rickey ricky rico riikka riitta rik rikke riley rima rina rino rishi risto rita ritu ritva rizky roan rob robert roberta robertina roberto robin
robinson robyn rocco roch rochelle rocio roderick roderyk rodica rodney rodolfo rodrigo rodrigue roel rogelio roger rogerio rohan rohit roisin rok roksana roland rolando rolf romain roman romana
romane romanita romans romeo romeu romina rommel romuald romulus romy ron ronald ronaldo ronan ronen roni ronja ronnie roos roosevelt rory rosa rosalia rosalie rosalinda rosamunda rosana rosangela
rosanna rosario rose rosemarie rosemary roser roshan rosie rosina rositsa ross rossella rostislav rostyslav roswitha rowan rowena roxana roxane roxanne roxelana roy roya roza rozalia rozina ruben
rubina ruby ruchi rudi rudiger rudis rudite rudo rudolf rudolfs rudolph rudy ruediger rufina rufus rui rumen rune rupert rusins ruslan russell ruta rutger ruth ruxanda ruxandra ruya ruza ruzena
ryan ryszard saad saba sabin sabina sabine sabri sabrina sachin sadie saeed safa safira safiya safta sagi sahar said saima sakari salah salih salim sally salma salome salomea salomon salvador
salvatore salwator sam samaneh samanta samantha samara sami samia samir samira sammie sammy samson samuel samuele sana sancho sanda sandeep sander sandor sandra sandrine sandro sandu sandy sanja
sanjana sanjay sanjeev sanna sanne santiago santina santino santosh sanziana saoirse sara sarah sardor sari sarina sarita sarka sarmite sasa sasha saskia satu saul saulcerite saulius saurabh sava
savannah saveta savina savita scarlett scott scottie sean sebastian sebastiao sebastien seda seema segolene segun selam selena selene selim selin selina selma sem semenica semih semra semyon sena
senad senem senne sepideh sepp seppe seppo serafin serafina serap serban serena serge sergei sergej sergey sergi sergio sergiu sergiusz serhii serhiy serkan servac seth sever severin severina
severine sevgi sevil seweryn shabana shadi shahin shahram shahrzad shai shaina shalini shana shane shani shanna shannon shanon shany shari sharon shashi shaun shawn shawna shayna sheetal sheila
sheldon shelia shelley shelly sheri sherman sherri sherry sheryl shilpa shir shira shirin shirley shivani shlomo shreya shruti shubham sian siavash sibel sibylle sid siddharth sidney sidonia
sidonie siebe siegfried sienna sigmar signe sigrid sigurd sigurdur silas silje silke silvan silvana silvia silvian silviana silvija silvio silviu silviya simao simen simeon simi simina simion
simon simona simone sina sinan sindre sinead sinica sinikka sinisa siobhan sipho sirineu siro sirpa siti siv sixtine sjaak sjoerd skaidrite skye slava slavek slavica slavka slavko slavomir
slawomir slobodan smaranda smita sneha snezana socorro soeren sofia sofiane sofie sofiia sofija soheil sola solange soledad solene soline solomiia solveig soma sona sonal sonali sondre songul
sonia sonja sonke sonya sophia sophie soraia sorana soraya sorcha soren sorin sorina soroush sotiris souad spela spencer speranta spidola spirydion spyros srdjan srecko srinivas stacey stacy
staffan stan stana stanca stancu stanislas stanislav stanislava stanislaw stanko stanley stasa stavros steen stef stefan stefana stefania stefanie stefano steffen steffi steinar stela stelian
steliana stelios stella stellan steluta sten stepan stepanka stephan stephane stephanie stephen sterre steve steven stewart stian stig stijn stine stjepan stojan stoyan stuart sudha sudhir sue
suelen sujata sule suman sumit summer sune sunil sunita sunniva suresh susan susana susann susanna susanne sushma susie suzana suzanne svatopluk svein sven svend svenja sverre svetlana svetoslav
svetozar sviatoslav svitlana swati sybilla sybille sydney sylva sylvain sylvester sylvia sylvie sylwester sylwia synne szabolcs szczepan szilvia szofi szofia szonja szymon tabea tabitha tacjana
tadeas tadeo tadhg taha tahir tal talia talis talita talivaldis talrits tamar tamara tamas tami tamia tammy tamsin tancrede tanguy tania tanja tanvi tanya tapani tapio tara taras tarek tarik tariq
tarja tarun tasha tatenda tatiana tatiane tatjana tatyana taylor tea ted teddy teea teemu teja tejas tekla tellervo telmo temitope tendai teo teodor teodora teodoro teodosia teofil teohari teona
terence terencjusz teresa terez tereza tereze terhi teri terje tero terrance terrell terrence terri terry tertuliano tess tessa tetiana tetyana teun thabo thais thalia thanasis thandi thandiwe
thea thelma themba theo theodor theodora theodore theodoros theophile theresa therese thiago thibault thibaut thierry thijs thilo thomas thor thorsten tia tiago tiana tiberia tiberiu tibor
tichomir tiffany tigist tihana tihomir tiina tiit tijana tijs till tilman tim timea timmy timo timofey timon timotei timotej timoteo timothee timothy timur tina tinashe tinca tincuta tine tineke
tiphaine tiril tito titus tiziana tiziano tobias tobiasz tobin toby todd todor tolga tolu tom toma tomas tomasz tomaz tome tomer tomi tomislav tommaso tommie tommy ton tone toni tonu tony tonya
toomas tor torbjorn tord tore torgeir torill torsten tove tracey traci tracy traian travis trevor tricia triin trine trisha tristan troels trond troy tshepo tsvetan tsvetana tsvetelina tuana tudor
tudora tudorita tudosia tugba tuija tulay tuncay tunde tuomas turgut tuula tuulikki tuur tuva tyler tymofii tymoteusz tyron tyrone tzvi ubaldo uchenna uday udo ueli uffe ufuk ugis ugo ulf ulla
ulrich ulrik ulrika ulrike ulysse uma umar umberto umut una unai undine urban uri uriel urmas uros urs urska ursula urszula usha usman ute uwe vaclav vadim vagn vahid vaibhav vala valdemar
valdemars valdir valdis valentim valentin valentina valentine valentino valentins valentyna valeria valerie valeriia valerija valerijs valerio valeriu valery valter valtteri vanda vandana vanesa
vanessa vangelis vania vanja varun varvara vasco vasil vasile vasilica vasiliki vasilis vasilisa vasily vasyl vavrinec veda vedran veikko veit velimir velma vencel vendel vendelin vendula venera
veniamin venkat venkatesh vera verda verena verica verna verner vernon verona veronica veronika veronique vesa veselin vesma vesna veta vianney vibeke vic vicente vicentia vicentiu vicki vickie
vicky victoire victor victoria victorien vida vidya viggo vijay vijolite vikas vikram viktor viktoria viktoriia vilde vilhelm vilhelmine ville villy vilma vilmars vilmos vinay vince vincenc
vincent vincentiu vincenza vincenzo vinicius vinod viola violaine violet violeta violette viorel viorela viorica vira virag virgil virginia virginie visarion vishal vit vita vitalii vitalijs
vitaliy vitaly vito vitor vitoria vittoria vittorio vivek vivian viviana viviane vivien vivienne vizbulite vlad vladan vladana vladimir vladimira vladislav vladislava vlado vlaicu vlasta vlastimil
vlastimir voichita voicu vojtech voldemars volkan volker volodymyr vratislav vreni vsevolod vuk vyacheslav vytautas waclaw wade wael wagner wahyu waldemar wale walenty walentyn walentyna waleria
walerian walery walgierz walid wallace walter wambui wanda wandrille wanesa wangari wanjiku waqas warley warren washington wawrzyniec wayan wayne wellington wendell wendy werner weronika wesley
wessel whitney wiara wiebke wieslaw wieslawa wiktor wiktoria wilbert wilbur wilfred wilfried wilfryd wilhelm wilhelmina will willard willem willi william willie willis willow willy wilma wim
wincenty winfried winifred winston wirginia witalis wladyslaw wlodzimierz wm wojciech wolf wolfgang woodrow wout wouter xabier xander xaver xavier xenia ximena xiomara xochitl yadira yael yago
yahya yakov yamileth yana yango yanis yaniv yann yannick yannik yannis yanti yara yaretzi yaron yaroslav yaroslava yasemin yash yasin yasmin yasmine yassin yassine yavor yavuz yegor yehuda
yekaterina yelda yelena yeliz yemi yesenia yetunde yevhen yevhenii yevheniia yigit yngve yoann yoav yogesh yohannes yolanda yolande yonatan yordanka yosef yossi younes yousef youssef yudi yulia
yuliia yuna yunus yuri yurii yuriy yusuf yuval yvan yves yvette yvonne zachariasz zacharie zachary zack zackary zafir zaharia zahra zaid zainab zaira zakaria zakary zalan zamfir zamfira zane
zanele zaneta zanete zanis zanna zara zaraza zarko zawadi zayd zayn zbigniew zbynek zdenek zdenka zdenko zdeslava zdravko zdzislaw zeeshan zehra zeinab zejnep zelda zelia zelie zeljko zelmira
zeltite zena zenija zeno zenobia zenovia zente zeteny zeyd zeynep zhanna ziad ziedite ziga zigfrida zigfrids zigmars zigrida zile zina zinaida zion zita ziv ziva ziyad zlata zlatica zlatka zlatko
zoe zoey zofia zoja zoltan zora zoran zoriana zorka zornitsa zoya zselyke zsofia zsolt zsombor zsuzsanna zubite zurab zuzana zuzanna zvi zvonimir zygmunt
`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
