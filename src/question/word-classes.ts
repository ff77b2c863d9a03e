/** Words that stand for each other in the guard's phrases (`{harmed}` in corpus/safety.yaml), in English and Spanish. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** People close to the asker, after "my". */
export const KIN_WORDS = list(`
  family families relative relatives mother mom mum mama mommy moms father dad papa daddy dads parents son
  sons daughter daughters kid kids child children baby babies brother brothers sister sisters sibling siblings
  wife husband spouse partner boyfriend girlfriend fiance fiancee cousin cousins aunt auntie uncle nephew
  nephews niece nieces grandma grandmother grandfather grandpa grandson granddaughter grandkids grandchildren
  stepson stepdaughter stepfather friend friends neighbor roommate girl girls boy boys stepdad stepmom client
  clients husbands ex godson godmother familia familiar familiares madre padre padres mami papi hijo hija
  hijos hijas hijito hijita nino nina ninos ninas bebe bebes hermano hermana hermanos hermanas hermanito
  hermanita esposo esposa marido mujer senora pareja novio novia prometido prometida primo prima primos primas
  tio tia tios tias sobrino sobrina sobrinos sobrinas abuelo abuela abuelos abuelita nieto nieta nietos suegro
  suegra cunado cunada yerno nuera ahijado amigo amiga amigos amigas padrastro madrastra chamaco chamacos
  vecino vecina companero companera clienta cliente clientes`);

/** Somebody whom the asker sees, after "a" or "this". */
export const PERSON_WORDS = {
  en: list('man woman guy girl boy kid child baby lady person stranger toddler teenager'),
  es: list(`
    hombre mujer muchacho muchacha nino nina chico chica senor senora tipo bebe persona joven chamaco companero`),
};

/** What may stand between "my" and the case. */
export const CASE_MODIFIERS = list(`
  mpp asylum immigration court courts next first second last final new old own individual merits master
  calendar pending current closed ongoing entire deportation removal order credible reasonable fear
  nonrefoulement tent video future upcoming previous missed absentia in work travel student tourist
  humanitarian appeal legal uscis ice cbp one eoir whole two us usa segunda primera primer ultima proxima
  nueva propia propio proximo`);

/** What a case of one's own consists of. */
export const CASE_WORDS = {
  own: list(`
    case cases hearing hearings date dates judge lawyer lawyers attorney application applications petition appeal order
    interview appointment permit visa papers parole nta notice notices claim checkin deadline status ead situation
    motion documents i94 eligibility proceedings decision sheet wristband bond file
    caso audiencia audiencias cita citas juez jueza abogado abogada abogados solicitud peticion apelacion orden
    entrevista permiso papeles notificacion notificaciones tramite situacion expediente documentos papel hoja deportacion
    corte fecha asilo parole`),
  shared: list(`
    case hearing hearings date lawyer attorney application petition appeal interview appointment nta papers visa situation
    caso audiencia audiencias cita abogado abogada solicitud peticion apelacion entrevista papeles tramite situacion`),
  alone: list('court asylum removal deportation appeal'),
};

/** Classes that a phrase names in braces. */
export const WORD_CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  // The asker as subject.
  i: list('i we'),
  // The asker, or somebody close, as object.
  me: list('me us {kin}'),
  // The asker and whoever is theirs, in any case.
  self: list(`
    i we me us my our {kin} estoy estamos nos mi mis tengo tenemos nuestra nuestro yo pagamos
    vivimos dormimos`),
  // First person, as it stands beside a case.
  mine: list(`
    i my {kin} {case} yo conmigo mio mia estoy estamos soy somos tengo tenemos puedo podemos debo
    voy vamos quiero queremos perdi llegue vine gane quede pierdo digo salgo`),
  // The asker as subject, in Spanish mostly by the verb.
  yo: list(`
    yo estoy estamos tengo tenemos soy somos voy vamos llegue llegamos vine vinimos fui puedo
    podemos debo quiero queremos mi mis digo pongo cruzamos perdi perdimos entramos pedi pido
    necesito`),
  // The asker, in a state.
  estar: list('estoy estamos'),
  // Whoever was just spoken of.
  he: list('he she they him her it'),
  // Whoever was just spoken of, as object.
  him: list('him her them {kin}'),
  // Forms of "to be" and "to get".
  be: list('am is are was were s been being be got get getting'),
  // Verbs that ask what one can, should or will do.
  may: list('can could may might should will would must shall do'),
  // The same, said of the asker in Spanish.
  'yo-puedo': list(`
    puedo podemos podre podremos debo debemos deberiamos tengo tenemos necesito necesitamos`),
  // The same, said of somebody else in Spanish.
  puede: list('pueden puede podran podra podrian podria van va iban quieren quiere'),
  // Spanish helpers before -ando.
  aux: list('estan esta vienen viene andan anda siguen sigue han ha traen'),
  // What Spanish puts before the deed: wanted, tried, just did.
  quiere: list(`
    quieren quiere van va querian iban intentaron trataron tratan intento acaban acaba`),
  // Who does it.
  captor: list(`
    they he she man men guy guys gang gangs cartel narcos kidnapper kidnappers smuggler smugglers
    coyote coyotes someone somebody people thugs trafficker traffickers {person} police cops`),
  // Who does it, or what they do, in Spanish.
  maton: list(`
    sicarios narcos narco cartel carteles mara maras pandilla pandilleros mafia maten matan matar
    secuestradores malandros`),
  // Where one lives for now.
  home: list(`
    door house home room shelter hotel window tent apartment motel camp building gate church place
    hideout`),
  // Where one lives for now, in Spanish.
  casa: list('casa puerta cuarto carpa albergue hotel tienda ventana departamento'),
  // What one does at a place that others should not know.
  hide: list('am live lives living stay staying sleep sleeping are hide hiding is work s'),
  // What was done to somebody in danger.
  harmed: list(`
    kidnapped abducted raped assaulted attacked beaten stabbed shot robbed mugged extorted
    threatened stalked hunted chased followed tortured trafficked molested abused snatched hostage
    blackmailed ambushed`),
  // What is being done to them.
  harming: list(`
    following stalking chasing threatening hurting beating hitting attacking hunting extorting
    blackmailing abusing touching choking torturing raping kidnapping killing shooting stabbing`),
  // What somebody does or may do to them.
  harm: list(`
    kill kills murder shoot shoots stab hurt hurts rape rapes beat beats hit hits attack attacks
    choke chokes strangle kidnap kidnaps abduct murders slap slaps punch punches torture`),
  // What somebody did to them, as a verb with an object.
  wronged: list(`
    raped assaulted attacked beat robbed stabbed shot mugged kidnapped abducted molested punched
    kicked choked hit touched cut abused`),
  // What is being done to them, in Spanish.
  danando: list(`
    siguiendo persiguiendo amenazando vigilando acosando extorsionando golpeando atacando pegando
    asaltando disparando secuestrando maltratando matando`),
  // What others do to them, in Spanish.
  danan: list(`
    siguen persiguen vigilan acosan acosa extorsionan amenazan amenaza golpean golpea pegan pega
    maltratan maltrata atacan ataca violan viola torturan secuestran`),
  // What others did to them, in Spanish.
  danaron: list(`
    pego pegaron amenazaron amenazo amenazado amenazada amenazados amenazadas golpearon golpeo asaltaron asalto
    atacaron violaron violo secuestraron levantaron balearon apunalaron robaron torturaron
    dispararon persiguieron extorsionaron encerraron encerro amarraron maltrataron drogaron
    apuntaron raptaron manosearon`),
  // What others may do to them, in Spanish.
  danar: list(`
    matar asesinar violar secuestrar levantar lastimar golpear asaltar atacar balear disparar pegar
    quemar amenazar apunalar torturar extorsionar cortar`),
  // What others did with somebody who is gone, in Spanish.
  llevaron: list(
    'llevaron llevo agarraron secuestraron levantaron plagiaron raptaron robaron levanto rapto',
  ),
  // The state somebody is in, in Spanish.
  herida: list(`
    secuestrado secuestrada secuestrados secuestradas desaparecido desaparecida desaparecidos
    raptado raptada levantado plagiado violada violado golpeada golpeado herido herida heridos
    heridas baleado amenazado amenazada sangrando desangrando inconsciente convulsionando muriendo
    ahogando deshidratada deshidratado desmayada desmayado desmayo colapso agonizando extraviado
    extraviada intoxicado intoxicada`),
  // What is asked for somebody, in Spanish.
  rescate: list('rescate dinero dolares pesos lana plata'),
  // What nobody says of themselves in passing.
  alarm: list(`
    kidnapped kidnappers kidnapper abducted raped stabbed beaten tortured gun gunpoint guns knife
    machete blood bleeding vomiting unconscious fainting fainted dying drowning overdose overdosed
    pills poisoned ransom hostage captive stash smuggler smugglers coyote coyotes cartel narcos
    sicarios kidnap molested strangled shooting shot gunshots threatened threats threatening escape
    suicidal suicide murdered murder convulsing seizure choking trafficked finger fingers touches
    cut secuestrado secuestrada secuestrados secuestraron secuestradores pistola pistolas cuchillo
    sangre sangrando vomitando inconsciente desmayo desmayada veneno pastillas rescate sicario matar
    matarme mataron amenaza amenazan amenazas amenazaron amenazando golpes golpearon balazos
    balacera disparos violaron violador pollero polleros bodega venas suicidio suicidarme ahogando
    convulsiones convulsionando dedo dedos morir morirme muriendo cautivo zetas atropellaron
    atropello dispararon disparo amarrada amarrado insulina insulin tied hanging jump wrists`),
  // Two of these close together, said of oneself, are a bad sign where nothing else is talked about.
  worry: list(`
    watched watching truck car door banging knife afraid scared terrified shaking screaming crying
    weak fever eaten starving hungry thirsty water alone lost reach hide pregnant doctor hospital
    police men guys stranger paid money tonight burned burnt burn tent touching touch kids baby kill
    kills dead die pain hurts hurt sick faint live phone diabetic moving fell river fallen guards
    forced owe sell picture texted burning diabetica diabetico mueve cayo rio debemos vender foto
    arde insulina guardias tirar metieron encuentre encuentren desaparecer extranar prima encerrada
    encerrado ayuda contractions pull pulled dragged threw grab hit wake vomiting heat robbed
    trapped house following blood desert vigilan troca camioneta carro puerta pistola cuchillo miedo
    temblando gritando llorando debil fiebre comido hambre sed agua sola solo perdida perdido
    localizo contesta escondo embarazada medico policia hombres tipos tipo pagamos pague dinero
    noche anoche quemaron carpa toca tocan matan mata muerto dolor despertar duele enfermo enferma
    contracciones subir subio sueltan suelta soltar vinieron bebe ninos desierto monte calor`),
  // What only somebody with a case does or suffers.
  act: list(`
    apply reapply appeal reopen cross reenter petition sue testify plead immigrate qualify sign
    deported arrested detained removed expelled jailed barred admitted paroled separated`),
  // What somebody with a case does as well; it takes a word of the subject beside it.
  do: list(`
    file enter stay work win lose leave travel marry attend miss skip hire request remain refuse
    reschedule postpone cancel fight settle register enroll adjust renew drive study move transfer
    change turn appear flee seek claim withdraw accept deny lie tell go return bring show wait come
    join ask get denied punished granted returned sent released banned`),
  // What only somebody with a case does, in Spanish.
  acto: list(`
    apelar aplicar solicitar cruzar firmar reabrir entregarme entregarnos presentarme presentarnos
    demandar asilarme ampararme quedarme quedarnos casarme`),
  // What somebody with a case does as well, in Spanish.
  hago: list(`
    pedir entrar salir trabajar esperar ir irme irnos faltar contratar pelear regresar volver viajar
    mudarme llevar traer sacar cambiar renovar reclamar decirle mentir buscar contestar llenar meter
    presentar registrarme estudiar manejar ganar perder obtener conseguir inscribirme pedirle seguir
    cancelar posponer`),
  // The same, done by somebody else.
  actel: list(`
    apelar aplicar pedir solicitar cruzar entrar salir quedarse trabajar firmar reabrir esperar
    entregarse presentarse ir irse faltar pelear regresar volver viajar casarse seguir meter
    presentar conseguir obtener registrarse ganar`),
  // What an authority does to one.
  expel: list(`
    deport deporting arrest arresting detain detaining remove removing return returning expel send
    sending release releasing jail lock reject deny denying put putting place let take admit bar ban
    turn kick separate`),
  // What was done.
  expelled: list(`
    deported arrested detained removed returned expelled sent released jailed rejected denied put
    placed picked turned kicked separated enrolled paroled ordered`),
  // What an authority may do, in Spanish.
  expulsar: list(`
    deportar devolver regresar expulsar detener arrestar mandar retornar sacar meter negar quitar
    rechazar encerrar enviar separar poner tener dejar dar castigar aceptar aprobar cancelar cerrar`),
  // What it does or did, in Spanish.
  expulsan: list(`
    deportan deporten deportaran deportaron devuelven devuelvan devolveran devolvieron regresan
    regresen regresaran regresaron expulsan expulsaron detienen detengan detuvieron arrestan
    arrestaron mandan manden mandaran mandaron meten metieron metan niegan negaron nieguen
    rechazaron quitan quitaron encierran sacan sacaran retornaron retornan pusieron ponen ordenaron`),
  // What one hopes to get.
  gain: list(`
    asylum parole visa deported out lawyer attorney work papers residency citizenship tps status
    released in green refugee bond daca license permit`),
  // What one is sent or summoned to.
  papers: list(`
    hearing hearings court interview notice nta order appointment date ead summons visa subpoena
    letter paper bond case`),
  // The same in Spanish.
  papeles: list(`
    fecha corte audiencia cita entrevista orden notificacion carta papel citatorio apelacion caso
    nta`),
  // Words of the procedure.
  proc: list(`
    asylum court hearing hearings judge lawyer attorney visa deport deported appeal mpp port bridge
    cross crossed crossing officer ice ead parole sign papers immigration detained i589 i94
    voluntary nta reopen ban petition sponsor undocumented bond greencard passport tps detention
    removal uscis deportation border asilo corte audiencia juez abogado deportar deportado deportada
    deportacion apelar apelacion puente garita cruzar oficial firmar papeles migracion detenido
    detenida puerto frontera cita entrevista castigo peticion deportaron devolvieron regresaron`),
  // Places and matters of this story.
  topic: list(`
    mpp asylum court hearing judge lawyer lawyers attorney notario visa mexico tijuana juarez
    matamoros reynosa laredo mexicali usa states border bridge port cross crossing parole deported
    deport cbp ice uscis officer interview immigration papers appeal remain sign comar tps passport
    wait program order shelter camp detention appointment humanitarian departure voluntary
    voluntaria honduras guatemala salvador nicaragua venezuela cuba haiti {case} {kin} asilo corte
    audiencia juez abogado estados frontera puente garita puerto deportar oficial entrevista
    migracion papeles apelar quedate firmar cruzar pasaporte programa cita espero`),
  // Words of the subject: with these, something else is talked about.
  policy: list(`
    mpp policy program programme protocols protocol remain biden trump dhs memo ruling order report
    law act rule court courts judge asylum hearing case cases lawyer attorney appeal cbp ice uscis
    visa parole deport deported nta eligible supreme congress government mexico treaty statistics
    data percent source sources interview border hearings apply port title congressman president
    secretary administration embassy politica programa protocolos quedate memorando fallo informe
    ley corte cortes juez asilo audiencia caso casos abogado apelar deportar deportaron tratado
    gobierno datos fuente fuentes entrevista frontera garita migracion puedo podemos regresan
    regresar regresen regresaron devuelven devolver devolvieron mandan mandar entrar quedarme pedir
    permiso return returned qualify enter stay firmar papeles cita puente oficial presidente
    documentos formulario audiencias solicitud legal`),
  // What turns something that was suffered into a question about a case.
  legal: list(`
    mention count counts proof exemption exempted puedo podemos derecho derechos cuento cuenta
    prueba sirve excepcion exento exenta calificar sacar asylum qualify judge court hearing officer
    apply appeal lawyer attorney interview case {case} i589 sue exception exempt reopen cbp uscis
    eligible tell evidence claim deport deported mpp program put tattoo asilo juez corte audiencia
    oficial aplicar apelar abogado entrevista caso demandar reabrir digo pruebas deportar califico
    programa tatuaje`),
  // What one does with information, as opposed to a case.
  inform: list(`
    describe read cite use see find look ask know understand think search trust share post quote
    download check watch learn visit donate volunteer believe credit have say mean link print copy
    write report start get browse listen translate still also even please just only maybe really
    assume conclude study support add suggest contact message talk teach follow be become call leer
    citar usar ver encontrar buscar preguntar saber entender confiar compartir descargar consultar
    hacer creer escribir estudiar preparar exponer presentar preguntarte pedirte dar ayudar conocer
    decir aprender tener visitar donar hablar usarlo llamar reportar`),
  // What shows that somebody asks as a reader: where they have it from, a supposition, a look back.
  aside: list(`
    support arguments if know knew wonder wondering remember read reading heard hear think thought
    saw see seen find look cite learn understand mean guess believe explain tell show give question
    questions mix mixing keep confused confusing professor teacher boss coworker class paper essay
    thesis project homework study studying studied write writing wrote research researching reporter
    journalist article book news podcast five somebody anyone anybody someone everyone help was were
    did had would could been back then ago source sources list summary data number numbers curious
    volunteer interested sorry thanks thank please ask asked asking says say said told argue argued
    interview share pronounce sentence figure figures statistics chart map graph timeline order
    ruling amendment right si sabe saber sabia recuerdo lei oi vi leer ver entender duda pregunta
    dudas profesor profesora maestra clase tarea trabajo ensayo tesis informacion resumen datos
    cifras dicen dice decir dijo explicar explicame gusta gustaria era fue fueron habia podia podian
    estaba hubo gracias curiosidad noticia articulo investigando escribiendo alguien quien quienes
    cuantos cuantas hizo 5 2018 2019 2020 2021 2022`),
};
