/**
 * What tells who speaks, for each language: data, so that a language is added in one place. Words are whole and in small letters; what
 * stands behind an apostrophe is a word of its own (`j'ai`: `j`, `ai`).
 */
export interface Language {
  /** Frequent words, by which the language is known. */
  readonly common: string
  /** Who speaks of themselves: pronouns and possessives. */
  readonly self: string
  /** Forms of verbs that only who speaks of themselves uses, where the pronoun is left out. */
  readonly selfForm?: RegExp
  /** Who is spoken to. */
  readonly you: string
  /** What may be, should be or is so whenever something is the case. */
  readonly general: string
  /** What happened: frequent words, and forms of verbs. */
  readonly past: string
  readonly pastForm?: RegExp
  /** A moment that only who lived through it can name: yesterday, this morning, on Tuesday, since, again, still. */
  readonly moment: string
}

const english: Language = {
  common: 'the of and to is in it that on for with was are this but not from at as be have has a an or by no we i you',
  self: 'i my me mine we our us ours myself ourselves',
  you: 'you your yours yourself',
  general: 'if whenever unless can may might would shall should must usually typically generally always e.g ensure recommended such',
  past: 'was were had did got took went came began saw said told found lost hit ran left kept gave put felt stood froze hung died seen',
  pastForm:
    /^(?!timed|install|fenc|us|bas|need|requir|configur|support|recommend|affect|expect|call|nam|enabl|disabl|provid|allow|schedul|exclud|relat|limit|shar|virtualiz|clust)..+[^e]ed$/,
  moment:
    'yesterday today tonight night morning afternoon evening weekend monday tuesday wednesday thursday friday saturday sunday since ago again meanwhile suddenly twice',
}
const german: Language = {
  common: 'der die das und ist in den von mit nicht auf ein eine es im dem zu auch sich wir ich wie für bei nach noch aber nur war hat',
  self: 'ich mir mich mein meine meinem meinen meiner wir uns unser unsere unserem unseren unserer hab',
  you: 'du dein deine ihr ihre ihnen ihrem ihren',
  general: 'wenn kann können sollte sollten soll muss müssen falls könnte könnten darf empfohlen stets beispielsweise jeweils',
  past: 'war waren wurde wurden hatte hatten hat haben habe lief kam ging stand blieb worden',
  pastForm: /^ge....+(?:t|en)$|...te(?:n)?$/,
  moment:
    'gestern heute nacht früh vorhin morgen abend montag dienstag mittwoch donnerstag freitag samstag sonntag seit wieder plötzlich inzwischen uhr wochenende',
}
const dutch: Language = {
  common: 'de het een en van is in op dat niet te met voor zijn er maar ook naar bij dan nog wel als om aan we ik',
  self: 'ik mij mijn mn wij we ons onze me',
  you: 'u uw jij je jouw jullie',
  general: 'als kan kunnen moet moeten zou zouden mag indien bijvoorbeeld doorgaans',
  past: 'was waren werd werden had hadden heeft hebben is kwam ging stond bleef liep geweest',
  pastForm: /^ge...+(?:d|t|en)$/,
  moment:
    'gisteren vandaag vannacht vanochtend vanmorgen vanmiddag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag sinds weer uur weekend net',
}
const scandinavian: Language = {
  common:
    'och att det som en på är av för med inte den till har ett om men og det er ikke jeg til af på vi som der med den har i så kan var noden nu',
  self: 'jag mig min mitt mina vi oss vår vårt våra jeg mit mine vores vor os mig meg meg',
  you: 'du din ditt dina ni er er dig deg dere jer',
  general: 'om kan ska bör måste hvis når skal bør må kunne skulle eventuellt eventuelt',
  past: 'var blev hade fick gick kom stod tog började havde fik gik ble hadde fikk gikk tok startet hann märkte',
  pastForm: /...(?:ade|ades|ede|edes|te|tes|et)$/,
  moment:
    'igår idag inatt morse måndag tisdag onsdag torsdag fredag lördag söndag sedan igen kl mandag tirsdag lørdag søndag siden går dag nat natt nyss plötsligt',
}
const finnish: Language = {
  common: 'ja on ei se että oli kun mutta myös niin tai ovat mitä sen kanssa jo vain nyt',
  self: 'minä me minun meidän meillä minulla mulla meille olen olemme mä',
  selfForm: /....(?:imme|amme|ämme|emme)$/,
  you: 'sinä te sinun teidän teillä',
  general: 'jos voi voivat pitäisi tulee saattaa mikäli',
  past: 'oli olivat oltiin tuli meni jäi kesti alkoi',
  pastForm: /....(?:ttiin|nut|nyt|neet)$/,
  moment:
    'eilen tänään aamulla yöllä illalla viime maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina klo taas',
}
const french: Language = {
  common: 'le la les de des du un une et est en que qui dans pour pas sur au ce il ne plus par avec sont a l d c j mais ou se',
  self: 'je j me m moi mon ma mes nous notre nos on',
  you: 'vous votre vos tu ton tes',
  general: 'si peut peuvent doit doivent devrait faut lorsque pourrait pouvez devez généralement parfois exemple',
  past: 'était étaient été avait avaient ai avons fut eu fallu pris mis ont',
  pastForm: /...(?:é|és|ée|ées|aient|èrent)$/,
  moment:
    'hier matin soir nuit depuis lundi mardi mercredi jeudi vendredi samedi dimanche dernier dernière hui tout midi maintenant toujours',
}
const spanish: Language = {
  common: 'el la los las de del y en que un una es no se por con para lo al como más pero su ha le muy hay desde está',
  self: 'yo mi mis me mí nos nosotros nuestro nuestra nuestros nuestras estoy tengo he hemos voy soy puedo sé hice tuve vi puse conmigo',
  selfForm: /(?:...[^qu]é|...(?:amos|emos|imos))$/,
  you: 'usted ustedes tu tus te vosotros vuestro vuestra tú',
  general: 'si puede pueden debe deben debería cuando podría conviene recomienda ejemplo suele suelen hay',
  past: 'fue fueron había era estaba tuvo hizo dijo quedó salió ha han',
  pastForm: /...(?:ó|aron|ieron|aba|aban|ado|ido)$/,
  moment:
    'ayer hoy anoche mañana noche tarde madrugada lunes martes miércoles jueves viernes sábado domingo desde pasado pasada vez horas todavía',
}
const portuguese: Language = {
  common: 'o a os as de do da e em que um uma é não se por com para no na ao mas foi mais como nos dos das está às só',
  self: 'eu meu minha meus minhas me mim nós nosso nossa nossos nossas estou tenho gente temos estamos vi fiz',
  selfForm: /(?:...ei|...(?:amos|emos|imos|ámos))$/,
  you: 'você vocês seu sua seus tu teu',
  general: 'se pode podem deve devem deveria quando poderia caso recomenda exemplo',
  past: 'foi foram tinha era estava teve fez disse ficou levou tava',
  pastForm: /...(?:ou|aram|eram|iram|ava|avam|ado|ido)$/,
  moment: 'ontem hoje manhã noite tarde madrugada segunda terça quarta quinta sexta sábado domingo desde passada passado vez ainda agora',
}
const italian: Language = {
  common: 'il lo la i gli le di del della e è in che un una non si per con da al dal nel sul ma più come anche ha sono l ci',
  self: 'io mi mio mia miei mie noi nostro nostra nostri nostre ho abbiamo sto siamo sono me devo dobbiamo',
  selfForm: /...(?:iamo|ammo|emmo|immo)$/,
  you: 'lei voi vostro vostra tu tuo tua',
  general: 'se può possono deve devono dovrebbe quando potrebbe conviene consiglia esempio solitamente',
  past: 'era erano stato stata aveva fu ha hanno stati',
  pastForm: /...(?:ato|ata|ati|ate|uto|uta|ito|ita)$/,
  moment:
    'ieri oggi stamattina stanotte mattina notte sera pomeriggio lunedì martedì mercoledì giovedì venerdì sabato domenica scorso scorsa ore volta ancora dalle alle',
}
const romanian: Language = {
  common: 'și si de la în in pe cu nu este un o care din ca se mai pentru că ca a fost sunt dar să sa',
  self: 'eu am noi avem nostru noastră nostri noștri mea meu ne mi suntem',
  you: 'dumneavoastră voi tu tau',
  general: 'dacă poate pot trebuie când',
  past: 'fost era avea',
  moment: 'ieri azi astăzi dimineață noapte seara luni marți miercuri joi vineri sâmbătă duminică ora',
}
const russian: Language = {
  common: 'и в не на с что по это к как но у от за из для до же то всё все так уже',
  self: 'я мы меня мне мной нас нам нами мой моя моё мои наш наша наше наши нашего нашем нашей нашу нашим наших моём моей моего',
  selfForm: /...(?:аю|яю|ую|юсь|уюсь|умаю|ем|им)$/,
  you: 'вы вас вам ваш ваша ваше ваши вами ты тебя твой вашего вашей',
  general: 'если может могут следует нужно необходимо можно должен должны рекомендуется обычно бы иногда например',
  past: 'был была было были стал',
  pastForm: /..(?:ал|ил|ел|ол|ыл|ул|ёл|ла|ло|ли|лся|лась|лось|лись|ял|ер)$/,
  moment:
    'вчера сегодня утром ночью вечером днём днем понедельник вторник среда среду четверг пятницу пятница субботу воскресенье прошлой прошлую назад вчерашнего снова сейчас ночи утра часов опять',
}
const ukrainian: Language = {
  common: 'і в не на з що по це до як але у від за та для й є вже також під ще',
  self: 'я ми мене мені нас нам мій наш наша наші нашому нашого',
  you: 'ви вас вам ваш ваша',
  general: 'якщо може можуть слід потрібно можна повинен',
  past: 'був була було були',
  pastForm: /...(?:ав|ив|ла|ло|ли|лася|лося|лися|вся)$/,
  moment: 'вчора сьогодні вранці вночі ввечері понеділок вівторок середу четвер пятницю суботу неділю знову зараз',
}
const polish: Language = {
  common: 'i w nie na z się że do to jest jak ale po od za przez co tak są już tylko dla o był',
  self: 'ja mi mnie my nas nam mój moja moje moim nasz nasza nasze naszym naszej naszego mamy mam nami jestem',
  selfForm: /...(?:łem|łam|liśmy|łyśmy|emy|imy|amy|uję)$/,
  you: 'pan pani państwo ty twój wasz wy',
  general: 'jeśli jeżeli może mogą należy można powinien powinno gdy zaleca zwykle przykład',
  past: 'był była było były',
  pastForm: /..(?:ał|ała|ało|ały|ali|ił|iła|iło|iły|ili|ył|yła|ął|ęła|ęło|ęły|edł|esła|szedł|szło|łem)$/,
  moment:
    'wczoraj dziś dzisiaj rano nocy wieczorem poniedziałek poniedziałku wtorek środę środa czwartek piątek soboty sobota niedziela niedzielę temu znowu godz teraz godzinie',
}
const czech: Language = {
  common: 'a v se na je že to s z do o ale jak po za od pro už jen jsem i k tak není by nebo',
  self: 'já mi mně mě my nás nám můj moje náš naše našem našeho našich máme mám jsem jsme sme som mame nas nam',
  selfForm: /...(?:áme|íme|eme|ujeme)$/,
  you: 'vy vás vám váš vaše vy ty tvůj ste jste',
  general: 'pokud může mohou měl měla lze doporučuje obvykle je-li třeba ak keď možno',
  past: 'byl byla bylo byly bol bola bolo boli',
  pastForm: /..(?:al|ala|alo|aly|ali|il|ila|ilo|ily|ili|el|ela|elo|ely|eli|l)$/,
  moment: 'včera dnes ráno noci večer pondělí úterý středu čtvrtek pátek sobotu neděli zase znovu hodin teď dneska',
}
const hungarian: Language = {
  common: 'a az és nem hogy is egy de van ez már csak meg még volt el ki mint vagy ha azt',
  self: 'én mi nekem nekünk nálunk minket engem',
  selfForm: /....(?:tunk|tünk|ttam|ttem|unk|ünk)$/,
  you: 'ön önök te ti',
  general: 'ha lehet kell kellene esetén',
  past: 'volt voltak lett',
  pastForm: /....(?:ott|ett|ött|tak|tek)$/,
  moment: 'tegnap ma reggel éjjel este hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap óta megint',
}
const turkish: Language = {
  common: 've bir bu için da de ile çok gibi ama var yok ne sonra kadar olarak mi mı daha en o diye',
  self: 'ben biz benim bizim bende bizde bize bana beni bizi',
  selfForm: /...(?:dım|dim|dum|düm|tım|tim|tum|tüm|dık|dik|duk|dük|tık|tik|tuk|tük|yorum|yoruz|acağım|eceğim|ımız|imiz|umuz|ümüz|mız|miz)$/,
  you: 'siz sizin sen senin size',
  general: 'eğer ise olabilir gerekir gerekebilir genellikle durumunda takdirde',
  past: 'oldu vardı idi',
  pastForm: /...(?:dı|di|du|dü|tı|ti|tu|tü|mış|miş|muş|müş|dılar|diler)$/,
  moment: 'dün bugün sabah gece akşam pazartesi salı çarşamba perşembe cuma cumartesi pazar beri yine saat şimdi önce',
}
const greek: Language = {
  common: 'το η ο και να σε δεν που με για τα της του στο στη από είναι την τον μας θα οι',
  self: 'εγώ εμείς μου μας έχω έχουμε',
  you: 'εσείς σας εσύ σου',
  general: 'αν μπορεί πρέπει όταν',
  past: 'ήταν είχε έγινε',
  moment: 'χθες σήμερα πρωί βράδυ δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
}

/** Languages that write blanks between words. */
export const languages: readonly Language[] = [
  english,
  german,
  dutch,
  scandinavian,
  finnish,
  french,
  spanish,
  portuguese,
  italian,
  romanian,
  russian,
  ukrainian,
  polish,
  czech,
  hungarian,
  turkish,
  greek,
]
