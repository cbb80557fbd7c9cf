/** How people write in other languages when a report of sos was begun and when it was done. */

const clock = '(?:[01]?\\d|2[0-3])(?:h|:|\\.(?!\\d\\d\\.))[0-5]\\d(?![\\d.:h]\\d)'
const begun = [
  'lanc[ée]{1,2}e?|démarrée?|commencée?|débutée?|lanciat[oa]|avviat[oa]|iniziat[oa]|partit[oa]|iniciad[oa]|começou|iniciou|executad[oa]',
  'uruchomion[yoea]|zaczęt[yoa]|rozpoczęt[yoa]|spuštěn[ýoa]?|zahájen[oa]?|запущен[оа]?|запустил[аи]?|начал(?:ся|ось|и)?|startad|startet',
].join('|')
const from = 'de|dalle|das|od|с|från|fra'
const done = [
  'termin[ée]{1,2}e?|fini[et]?|achevée?|finit[oa]|terminat[oa]|conclus[oa]|concluíd[oa]|terminou|acabou|finalizad[oa]',
  'skończy\\p{L}+|zakończy\\p{L}+|gotow[yea]|dokončen[oa]?|skončil[oa]?|hotov[oýá]?|законч\\p{L}+|заверш\\p{L}+|готов[оа]?|klart?|färdig|ferdig|slut',
].join('|')
const until = 'à|alle|às|do|до|till|til'
const spoken = [
  `(?:${begun})(?!\\p{L})[^.!?\\n]{0,12}? (?<from>${clock})(?!\\d)[^!?\\n]{0,60}?(?:${done})(?!\\p{L})[^.!?\\n]{0,24}? (?<to>${clock})`,
  `(?:${from}) (?<from>${clock}) (?:${until}) (?<to>${clock})`,
  // Turkish has the verb last.
  `(?<from>${clock})['’]?\\p{L}{0,3} (?:başla\\p{L}+|çalıştır\\p{L}+)[^.!?\\n]{0,30}?(?<to>${clock})['’]?\\p{L}{0,3} (?:bitti|tamamlandı|sona erdi)`,
].map(form => new RegExp(`(?<!\\p{L})(?:sosreport|sos report)\\b[^.!?\\n]{0,40}?(?<!\\p{L})${form}`, 'iu'))

/** Where a line tells the beginning (`from`) and the end (`to`) of a report. */
export function notedAbroad(line: string): RegExpExecArray | undefined {
  for (const form of spoken) {
    const found = form.exec(line)
    if (found) return found
  }
  return undefined
}
