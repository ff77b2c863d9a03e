/** Function words of English and Spanish: what carries no subject in a search, and what gives a language away. */

/** Words that are left out of the search. Question words are read by `question/asked.ts` before they go. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those there here it its itself he him his she her hers they them their theirs we us our
  you your yours i me my mine myself one ones who whom whose which what when where why how whats whos wheres hows
  is are was were be been being am do does did done doing have has had having will would shall should can could may
  might must aint isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt cant couldnt
  of in on at to from by for with about into onto over under between through during against as like than then so
  and or but nor if because while until since though although whether also just only even very too really actually
  any some no not yes all each every both either neither such same other others another more most much many few
  up down out off again ever still now tell know think says say said please hey hi hello anyone anybody someone
  somebody something thing things stuff kind sort lot bit get got gets getting let lets ok okay well um uh lol btw
  according per via vs etc mean means going gonna wanna wondering curious explain
  tho lmao haha pls plz thx thanks thank idk tbh ngl imo imho rn fr bro yall yo literally basically kinda sorta maybe
  perhaps exactly simply quick quickly anyways anyway supposedly apparently honestly seriously gotta dude dudes buddy sir
  el la los las lo un una unos unas este esta estos estas ese esa esos esas eso esto aquel aquella ello le les se
  me te nos mi mis tu tus su sus nuestro nuestra yo ella ellos ellas usted ustedes nosotros alguien algo
  es son era eran fue fueron ser sido siendo esta estan estaba estaban estar hay habia hubo ha han haya he hemos
  puede pueden podia podian podria deben debe hacer hace hizo hacia hacen tiene tienen tenia tenian tener
  de del en a al con por para sin sobre entre desde hasta hacia durante contra segun como que cual cuales quien
  quienes cuando donde cuanto cuanta cuantos cuantas porque y e o u ni pero si no mas muy ya tambien solo aun
  todo toda todos todas cada otro otra otros otras mismo misma tan tanto asi entonces pues oye oigan hola sabe saben
  alguno alguna algun epoca epocas decir dice dicen dijo dijeron favor cosa cosas qe q xq pq d wat wut r u ur abt bout
  bajo ante tras mediante menos sera seran seria serian sea sean fuera fueran estuvo estuvieron estuviera habian habra
  habria hayan hubieron hacian haran haria hicieron hagan haga podra podran pueda puedan pudo pudieron poder debia
  debian debieron deberia deberian tuvo tuvieron tendra tendran tengo tenga tengan va van iba iban vamos voy vaya ahora
  ahorita todavia realmente verdad neta wey guey porfa porfavor porfis plis gracias disculpa disculpen perdon bueno
  buenas buenos acaso quizas quiza tal osea nomas aqui ahi alla alli eh jaja jajaja saber sabes quisiera quiero cierto true soy
  podrias explicar explica explicas explicame diganme dime digan`.split(/\s+/),
);

/** Words that only one of the two languages has, among those that questions are made of. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `the this that these those there it its he she they them their we our you your i is are was were be been do does did
  have has had will would should can could may of in on at to from by for with about into and or but if because while
  until since who whom whose which what when where why how any some not all many much more most people get got says
  said back after before under over tell know did how wat hey lol us still ever anyone than as so just like
  court judge order ruling policy program wait waiting returned border mexico`
    .split(/\s+/)
    .filter(
      (word) =>
        word !== 'me' && word !== 'no' && word !== 'a' && word !== 'mexico' && word !== 'us',
    ),
);

export const SPANISH_WORDS: ReadonlySet<string> = new Set(
  `el la los las lo un una unos unas este esta estos estas ese esa esos eso esto le les se te nos mi tu su sus es son
  era eran fue fueron ser estan estaba estaban hay habia hubo ha han puede pueden podian hizo hacen tiene tienen tenia
  tenian de del en al con por para sin sobre entre desde hasta durante contra segun como que cual cuales quien quienes
  cuando donde cuanto cuanta cuantos cuantas porque pq xq y o ni pero si muy ya tambien todo toda todos todas otro otra
  mas quedate gente juez corte tribunal politica programa gobierno frontera migrantes esperar personas dijo dice
  sigue siguen cuando paso gringos lados mismo ellos ella nadie nada alguien algo ahi alla asi bajo menos ahora ahorita
  todavia porfa gracias hola oigan oye cuales estuvo tuvo tuvieron hicieron`.split(/\s+/),
);
