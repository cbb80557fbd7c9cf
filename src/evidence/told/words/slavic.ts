import type { Words } from './form.ts'

export const polish: Words = {
  hangs:
    'wisi|wiszą|wisiał*|zawis*|zawiesza|zawieszają|zawiesił*|zawiesz*|zamarz*|zamarł*|zamiera|utknął|utknęł*|utyka|stoi w miejscu|zacina|zaciął|zacięł*|przywiesza|zablokowan*|blokuje',
  silent:
    'nie odpowiada|nie odpowiadają|nie odpowiadał*|nie wraca|nie wracają|nie wrócił*|nie kończy|nie reaguje|brak odpowiedzi|brak wyniku|brak reakcji|bez odpowiedzi|żadnej odpowiedzi|nic nie zwraca',
  slow: 'bardzo długo|wieki|wieczność|całą wieczność|strasznie długo|muli|muliło|mulą|bardzo wolno|strasznie wolno|ślimaczy|wlecze|koszmarnie wolno|okropnie wolno',
  lasts:
    'wynosi|wynosił*|wzrósł do|kazał* (?:mi|nam) czekać|stoi od|stoi już|robił* się|robi się|generował*|tworzył*|zbierał*|powstawał*|trwa|trwają|trwał*|zajmuje|zajmują|zajęł*|zajął|potrzebuje|potrzebował*|działa|działał*|wykonuje|wykonywał*|czeka|czekał*|czekam*|czekać|czekamy|czekania|mielił*|mieli|schodzi|chodzi|zmierz*|zabiera|zabrał*|leci',
  answers:
    'odpowiada|odpowiedział*|odpowiedź|wraca|wrócił*|zwraca|zwrócił*|kończy|skończył*|wynik|pokazuje|gotow*|zakończył*|znak zachęty|prompt|wyświetla|wyświetlił*',
  second: 'sekund*|sek',
  minute: 'minut*|min|minutk*',
  hour: 'godzin*|godz',
  numbers:
    'jedną:1|jedna:1|dwie:2|dwa:2|dwóch:2|trzy:3|trzech:3|cztery:4|czterech:4|pięć:5|pięciu:5|sześć:6|siedem:7|osiem:8|dziewięć:9|dziesięć:10|dziesięciu:10|dwanaście:12|piętnaście:15|dwadzieścia:20|dwudziestu:20|trzydzieści:30|trzydziestu:30|czterdzieści:40|czterdziestu:40|pięćdziesiąt:50|pięćdziesięciu:50|sześćdziesiąt:60|półtorej:1.5|półtora:1.5',
  half: 'pół|połowę',
  andHalf: 'i pół',
  spans:
    'minuta:60|minutę:60|godzina:3600|godzinę:3600|kwadrans:900|kwadransa:900|trzy kwadranse:2700|całą noc:28800|cały dzień:28800|minutami:120|godzinami:7200',
  several: 'kilka|kilku|parę|paru|ładnych kilka|dobrych kilka|wiele|kilkanaście|kilkadziesiąt',
  to: 'do|i|lub',
  and: 'i',
  less: 'mniej niż|poniżej|najwyżej|maksymalnie|co najwyżej|tylko|zaledwie|nie więcej niż|niecał*',
  within: 'maksymalnie|najwyżej',
  about:
    'do|w ciągu|ponad|około|prawie|już|jakieś|z|blisko|powyżej|przeszło|więcej niż|od|co najmniej|między|dopiero po|po|przez|dobre|aż|nawet|tu|u nas',
  agoBefore: 'przed',
  ago: 'temu|wcześniej|później',
  every: 'co|każde|raz na',
  usual: 'normalnie|zwykle|dawniej|kiedyś|wcześniej|przedtem|zamiast|poprzednio|zazwyczaj|powinno',
  not: 'nie|nigdy|bez|żaden|żadnego|ani',
  login: 'logowanie|logowania|logowaniu|zalogowanie|logowanie ssh|sesja ssh|login',
  others:
    'kopia zapasowa|kopii zapasowej|backup|skan*|wysyłani*|przesyłani*|pobierani*|rozruch*|restart*|uruchomieni*|skrypt*|zadani*|zapytani*|baza|baza danych|instalacj*|aktualizacj*|migracj*|kopiowani*|transfer*|strona|aplikacj*|analiz*|spotkani*',
  during: 'podczas|po|od|przed|w trakcie|przez|z powodu|z|ze|na|w|przy|dla|do',
  began: 'uruchomion*|zaczęt*|rozpoczęt*|zaczął|zaczęł*|rozpoczął|start|od|uruchomił*|wystartował*',
  ended: 'skończył*|zakończył*|zakończon*|gotow*|koniec|do',
  from: 'od|między',
  until: 'do|a',
  stop: 'stop|zatrzymani*|zatrzymać',
  start: 'start|uruchomieni*|startu',
  exceeded: 'przekroczył*|przekracza|upłynął|minął|nie zakończył*|nie skończył*|nie zmieścił*|wyczerpał*',
  limit: 'limit*|czas*|timeout|time-out|limit czasu',
  fails: 'nie powiodł* się|nie powiodło się|nieudan*|zawiódł|zawiodł*|błąd|błędem|nie udał*|awari*',
  fenced: 'odcięt*|fencing*|zrestartowan*|wyłączon*|ubit*|odstrzelon*',
}

export const czech: Words = {
  hangs:
    'visí|visel*|zamrz*|zamrzl*|zatuh*|zasek*|zasekl*|zasekáv*|zasekne|zůstane viset|zůstává viset|zůstal* viset|stojí|tuhne|ztuhl*|zablokovan*|mrzne|vytuhl*',
  silent:
    'neodpovíd*|nereaguj*|nevrac*|nevrátí|nevrátil*|nic nevrací|žádný výstup|žádná odpověď|bez odezvy|bez odpovědi|neskončí|nekončí|nedoběhne',
  slow: 'velmi dlouho|strašně dlouho|věčnost|celou věčnost|velmi pomal*|strašně pomal*|děsně pomal*|vleče|šnečí|nekonečně dlouho|hrozně dlouho|leze',
  lasts:
    'činí|stoupl* na|nechal* (?:mě|nás) čekat|trvá|trvají|trval*|zabere|zabral*|běží|běžel*|potřebuje|potřeboval*|čeká|čekal*|čekám*|vyžaduje|chroustá|naměř*|změř*|stopky',
  answers:
    'odpoví|odpověděl*|odpověď|vrátí|vrátil*|vrací|skončí|skončil*|doběhne|doběhl*|výstup|výsledek|hotov*|dokončen*|vypíše|vypsal*|prompt|zobrazí',
  second: 'sekund*|vteřin*|sek|sec',
  minute: 'minut*|min',
  hour: 'hodin*|hod',
  numbers:
    'jednu:1|jedna:1|dvě:2|dva:2|tři:3|třech:3|čtyři:4|pět:5|pěti:5|šest:6|sedm:7|osm:8|devět:9|deset:10|dvanáct:12|patnáct:15|dvacet:20|třicet:30|čtyřicet:40|padesát:50|šedesát:60|půldruhé:1.5|poldruhé:1.5|půl druhé:1.5',
  half: 'půl|pol|polovinu',
  andHalf: 'a půl',
  spans: 'minuta:60|minutu:60|hodinu:3600|čtvrt hodiny:900|čtvrthodin*:900|tři čtvrtě hodiny:2700|půlhodin*:1800|celou noc:28800',
  several: 'několik|několika|pár|řadu|mnoho',
  to: 'až|do|a|nebo',
  and: 'a',
  less: 'méně než|pod|do|nejvýše|maximálně|jen|pouze|nanejvýš|ani ne|během',
  within: 'maximálně|nejvýše',
  about:
    'až|přes|asi|skoro|téměř|už|více než|víc než|kolem|zhruba|cca|přibližně|dobré|dobrých|alespoň|mezi|až po|po|tu|u nás|celé|celých|i',
  agoBefore: 'před',
  ago: 'zpět|předtím|později|dříve',
  every: 'každých|každou|každé|za|po každých',
  usual: 'normálně|obvykle|dříve|předtím|běžně|jindy|místo|kdysi|mělo by',
  not: 'ne|nikdy|bez|žádný|žádné|ani|není',
  login: 'přihlášení|přihlašování|přihlásit|login|ssh přihlášení',
  others:
    'záloh*|zálohování|backup|sken*|nahrávání|nahrání|odesílání|stahování|boot|restart*|skript*|úloh*|dotaz*|databáz*|instalac*|aktualizac*|migrac*|kopírování|přenos*|stránk*|aplikac*|analýz*|schůz*',
  during: 'během|po|od|před|při|kvůli|s|se|na|v|ve|pro|z|za',
  began: 'spuštěn*|zahájen*|začal*|začátek|start|od|spustil*',
  ended: 'dokončen*|skončil*|hotov*|konec|do|doběhl*',
  from: 'od|mezi',
  until: 'do|a|až do',
  stop: 'stop|zastavení|zastavit',
  start: 'start|spuštění|startu',
  exceeded: 'překročil*|překročen*|vypršel*|vyprší|nestihl*|nedokončil*|nedoběhl*',
  limit: 'limit*|čas*|časový limit|timeout|time-out',
  fails: 'selhal*|selhání|selže|nepodařil*|chyba|chybou|neúspěšn*',
  fenced: 'fencing*|fencován*|odstřelen*|restartován*|vypnut*|izolován*',
}

/** With the Ukrainian words that are alike. */
export const russian: Words = {
  hangs:
    'завис*|зависа*|подвис*|висит|висят|виснет|висел*|виснут|висла|залип*|повис*|встал колом|встала колом|застрял*|замерза*|замер*|замёрз*|заблокирован*|глух* виснет|мертво висит|зависло',
  silent:
    'не отвечает|не отвечают|не ответил*|не возвращается|не возвращает|не завершается|не завершилась|не отда[её]т|не отдает управление|не відповідає|нет ответа|нет вывода|нет реакции|без ответа|не реагирует|тишина|не заканчивается|не выводит ничего|ничего не выводит',
  slow: 'очень долго|тупит|тупят|тупил*|тормозит|тормозят|тормозил*|еле ворочается|еле шевелится|еле ползет|ползет|ползёт|вечность|целую вечность|очень медленно|страшно медленно|дико медленно|дико тупит|жутко долго|ужасно долго|еле работает',
  lasts:
    'составляет|составил*|вырос* до|заставил* (?:меня |нас )?ждать|занимает|занимают|занял*|выполняется|выполнял*|длится|длил*|работает|работал*|шл[аои]|шел|шёл|идет|идёт|требует|требуется|понадобил*|уходит|ушло|ушла|думает|думал*|отрабатывает|отработал*|ждал*|ждем|ждём|ждать|жду|висит|исполняется|тянется|засек*|засёк|замер*|жует|крутится|крутил*|триває|тривал*|тратит|собирал*|собирается',
  answers:
    'отвечает|ответил*|ответ|возвращается|вернул*|возвращает|завершил*|завершается|закончил*|вывод|вывел*|выводит|готов*|приглашение|появил*|появляется|отработал*|отвис*|результат|показал*|показывает',
  second: 'секунд*|сек',
  minute: 'минут*|мин|минуточ*|хвилин*',
  hour: 'час|часа|часов|часу|годин*|часик*',
  numbers:
    'одну:1|одна:1|один:1|две:2|два:2|двух:2|дві:2|три:3|трёх:3|трех:3|четыре:4|пять:5|пяти:5|шесть:6|семь:7|восемь:8|девять:9|десять:10|десяти:10|двенадцать:12|пятнадцать:15|двадцать:20|двадцати:20|тридцать:30|тридцати:30|сорок:40|сорока:40|пятьдесят:50|шестьдесят:60|полторы:1.5|полтора:1.5|полутора:1.5',
  half: 'пол|половин*',
  andHalf: 'с половиной',
  spans:
    'минута:60|полминуты:30|пол-минуты:30|полчаса:1800|пол-часа:1800|четверть часа:900|всю ночь:28800|целый день:28800|минутами:120|часами:7200|минуту:60|час:3600',
  several: 'несколько|нескольких|пару|пара|кілька|много|десятки',
  to: 'до|и|или',
  and: 'и',
  less: 'менее|меньше|до|не более|не больше|максимум|всего|всего за|лишь|менее чем за|меньше чем за',
  about:
    'за|в течение|около|почти|больше|более|примерно|порядка|где-то|уже|свыше|минимум|не менее|не меньше|от|через|спустя|после|аж|целых|добрых|целую|целые|между|и так|по',
  ago: 'назад|тому|ранее|позже|спустя',
  every: 'каждые|каждую|раз в|каждый',
  usual: 'обычно|раньше|прежде|ранее|до этого|нормально|вместо|было|должно|в норме',
  not: 'не|нет|никогда|без|ни|ничего не|больше не',
  login: 'вход|входа|входе|логин|логина|вход по ssh|залогиниться|логинимся|авторизация|подключение по ssh',
  others:
    'бэкап*|резервн*|копирован*|сканирован*|скан|проверк*|загрузк*|выгрузк*|отправк*|скачиван*|перезагрузк*|перезапуск*|старт сервера|скрипт*|задани*|задач*|запрос*|база|базы|базу|бд|установк*|обновлен*|миграц*|передач*|сайт*|страниц*|приложен*|анализ*|восстановлен*|совещан*|созвон*',
  during: 'во время|после|с|со|до|перед|при|из-за|на|в|во|для|от|по|по ходу',
  began: 'запущен*|запустил*|начал*|начало|старт|стартовал*|с|от',
  ended: 'закончил*|завершил*|завершен*|завершён*|готов*|окончил*|конец|до|завершился',
  from: 'с|от|между',
  until: 'до|по|и',
  stop: 'stop|остановк*|остановки|остановить|остановка|стоп',
  start: 'start|запуск*|старт*',
  exceeded: 'превысил*|превышен*|превышает|ист[её]к*|истекл*|вышл*|вышел|не уложил*|не завершил*|не успел*|отвалил*|упал* по|упёрл*|уперл*',
  limit: 'лимит*|таймаут*|тайм-аут*|врем*|timeout|срок*|timed out',
  fails: 'не удал*|не удалось|ошибк*|провалил*|сбой|неудачн*|завершил* ошибкой|отказ*|не смог*',
  fenced: 'отгорожен*|изолирован*|фенсинг*|зафенсен*|зафенсил*|пристрелен*|пристрелил*|перезагрузил*|перезагружен*|выключен*|fencing',
}
