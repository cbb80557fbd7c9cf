import { later } from '../lines/later.ts'
import { anyOf } from './vocabulary.ts'
import { ofIt } from './words/stretches.ts'

/** How a sentence begins that goes on with what was named before. */

/** A machine, and behind it what it took. */
const isNamed = /^[\s>|*•-]{0,8}(?:on )?[\p{L}\d]{1,20}[-_]?[\p{L}\d]{1,8} ?[:=] ?(?:about |~ ?|ca\.? )?$/iu
/** It was the same once more: "Same, ten minutes." */
const isAgain =
  /^[^\p{L}\d]{0,8}(?:the )?(?:same(?: again| thing| story| result)?|dasselbe|das gleiche|genauso|pareil|idem|la même chose|lo mismo|igual|a mesma coisa|stessa cosa|lo stesso|hetzelfde|samma(?: sak)?|det samme|to samo|totéž|то же самое)[,.:…!–—-]{1,2} ?(?:a (?:good )?|gute |une |un |unos |uns |circa |ca\.? |about )?$/iu
export const isNamedOrAgain = (before: string): boolean => isNamed.test(before) || isAgain.test(before)
/** Nothing, or a word for what was named before, and where. */
const pronouns = later(
  `^(?:(?:(?:${[
    'each(?: one| of (?:them|the two))?|both(?: of them)?|jeder?|beide|chacune?|tous les deux|cada un[oa]?|cada um|ambos|ciascuno|entrambi|elk|allebei|var och en|båda|każdy|oba|každý|каждый|оба|her biri',
    'the|der|die|das|la|le|el|il|de|o|de|it|that|this|the (?:command|run|report|collection|call|output|answer|thing|whole thing)|stopwatch|time|generating|collecting|collection|creating|running it|which|second go|has|had|ha',
    'es|das|er|dies|dieser|der (?:befehl|lauf|bericht|aufruf)|das (?:kommando|erzeugen|sammeln|ganze)|die (?:ausgabe|antwort|erstellung)|hat|stoppuhr',
    "il|elle|ça|cela|ce|la (?:commande|génération|collecte|réponse)|l['’]exécution|a|en|chrono|lo|eso|esto|el (?:comando|informe)|la (?:respuesta|recogida|generación)|ha|isso|ele|o (?:comando|relatório)|a (?:resposta|coleta)",
    'quello|questo|il (?:comando|report)|ci|la (?:raccolta|risposta)|dat|dit|het|hij|het (?:commando|rapport)|de opdracht|det|den|kommandot|kommandoen|rapporten|to|ono|on|polecenie|raport|příkaz|trvalo to',
    'это|он|она|оно|команда|сбор|отчет|отчёт|вся процедура|bu|komut|rapor|the last one|last one|all in all|insgesamt|en tout|en total|in totale|razem|celkem|всего|samlet|totalt',
  ].join(
    '|',
  )})\\s?){0,3})(?:(?:on|auf|sur|en|no|na|su|op|på|v|w|z|на|de|di|von|of) \\S{1,30}\\s?|(?:\\S{0,30}\\d\\S{0,6}|[\\p{L}\\d]{1,20}[-_][\\p{L}\\d]{1,6})\\s?(?:에서는|에서|は|では|上|은|는)?)?$`,
  'iu',
)
const began = later(`(?:(?:${anyOf('lasts')}) )?(?:${anyOf('began', 'from')}|seit|since|depuis)[^.!?]{0,12}$`, 'iu')
const speaker = /^[\s>|*•-]{0,8}(?:\[?[\d:./ -]{4,20}\]?[\s|,–-]{0,3})?(?:[\p{L}\d][\p{L}\d .()_-]{0,24}[:|] )?/u
/** Whether nothing stands before a statement but words for what was named before. */
export function isOpening(before: string): boolean {
  const clause = before
    .replace(speaker, '')
    .split(/[,:(]\s?/)
    .at(-1)!
    .replace(began, '')
  return (
    pronouns.test(clause.trim()) ||
    clause
      .toLowerCase()
      .split(/[\s'’`*“”"/<>]+/u)
      .every(part => ofIt.has(part) || goesOnWith.has(part) || /\d|^\P{L}*$/u.test(part))
  )
}
/** What turns to another machine, or back to what was told. */
const goesOnWith = new Set(
  'but however whereas while then thing dagegen hingegen allerdings aber nur par contre revanche mais cambio pero sin embargo invece però ma natomiast ale za to ovšem zato же зато но maar echter daarentegen men däremot ama node nœud noeud nodo nó knoten węźle uzlu узле second deuxième segundo zweiten'.split(
    ' ',
  ),
)
