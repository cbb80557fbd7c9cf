import { later } from '../later.ts'

/** Signs of a sheet that a teacher hands out: tasks with a number, a day to hand them in, points, and groups. */

const word = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`
const title = later(
  `^[^\\n]{0,80}?(?:${word(
    '(?:lab|labs|assignment|worksheet|problem set|homework|exercise(?: sheet)?|coursework|practical|übung(?:sblatt)?|blatt|aufgabenblatt|praktikum|TP|TD|travaux pratiques|práctica|hoja de ejercicios|trabajo práctico|trabalho(?: prático)?|ficha|lista de exercícios|prática|esercitazione|laboratorio|compito|practicum|opdracht|oefening|laboration|labb|inlämningsuppgift|øvelse|øving|oppgave|laboratorium|ćwiczeni[ae]|lista zadań|cvičení|úloha|úkol|лабораторная(?: работа)?|практическ\\p{L}+(?: работа)?|практикум|задание|ödev|laboratuvar|harjoitus|harjoitustyö|gyakorlat|házi feladat|laborator|tema)\\s{0,3}(?:n[r.º°o]{0,2}\\.?|№|#)?\\s{0,2}\\d{1,3}',
  )}|第\\s?\\d{1,2}\\s?回?(?:課題|演習|実習)|課題\\s?\\d|实验\\s?[\\d一二三四五六七八九]|实验[^\\n]{0,6}报告|作业\\s?\\d|과제\\s?\\d|실습\\s?\\d)`,
  'iu',
)
const handIn = later(
  `${word(
    'due(?: date| on| by)?[: ]|hand(?: it| them)? ?in|submit by|submission|deadline|abgabe(?:termin|schluss)?|abzugeben|à rendre|date de rendu|rendu|remise|(?:fecha (?:límite )?de )?entrega|entregar|(?:prazo|data) de entrega|consegna|da consegnare|inlever\\p{L}*|in te leveren|inlämning\\p{L}*|lämnas in|aflevering\\p{L}*|innlevering\\p{L}*|termin oddania|oddani\\p{L}+|odevzdá\\p{L}+|odovzd\\p{L}+|срок сдачи|сдать до|сдача|teslim\\p{L}*|palautus\\p{L}*|beadás\\p{L}*|beadási|termen de predare|predare',
  )}|提出(?:期限|日|締切)|締め?切|截止|提交(?:时间|日期)|제출`,
  'iu',
)
const groups = later(
  `${word(
    '(?:in|work in) (?:pairs|teams|groups)(?: of \\p{L}+)?|groups of \\p{L}+|each group|(?:zweier|dreier|klein)-?gruppen?|gruppen zu|(?:par|en) binômes?|par groupes?|binômes?|grupos de \\p{L}+|cada grupo|por parejas|em (?:duplas|grupos|pares)|gruppi (?:di|da) \\p{L}+|a coppie|in (?:tweetallen|groepen|groepjes)|(?:i|om) (?:par|grupper)|grupp(?:er)? om|grupy \\p{L}+|w parach|w grupach|ve dvojicích|ve skupin\\p{L}+|бригад\\p{L}+|в парах|группами|по группам|ikişer(?:li)?|gruplar\\p{L}*|pareittain|párokban|în echipe',
  )}|二人一組|グループ|两人一组|小组|\\d ?인 ?1 ?조|조별`,
  'iu',
)
const points = later(
  `(?<![\\d.])\\d{1,3}(?:[.,]\\d)?\\s?%?\\s?(?:${word('p|pt|pts|pkt|punkte?|punkter|poeng|point|points|marks?|puntos?|pontos|punti|punten|punkt(?:y|ów)|bod(?:y|ů|ov)|балл\\p{L}*|puan|pistettä|pont|puncte')})|${word('barème|worth \\d+|vale \\d+|sur 20|note sur|max\\. \\d+ p')}|\\d{1,3}\\s?(?:点|分|점)(?![間以前後钟鐘\\p{L}])`,
  'iu',
)
const task =
  /^[\s>]{0,6}(?:[*_#]{0,4}\s?)?(?:\(?(?:\d{1,2}|[a-h])[.)）:]|(?:task|aufgabe|tâche|question|ejercicio|exercício|esercizio|opgave|uppgift|oppgave|zadanie|úkol|задание|görev|問|题|문제)\s?\d{1,2})\s*\S/gimu

/** Whether three of the signs meet above tasks. */
export function isTaskSheet(head: string): boolean {
  if ((head.match(task)?.length ?? 0) < 2) return false
  const found = [title.test(head.trimStart().slice(0, 200)), handIn.test(head), groups.test(head), points.test(head)]
  return found.filter(Boolean).length >= 3 || (found[0]! && found[1]!)
}
