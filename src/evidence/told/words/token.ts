/** How people tell that a node did not get the token of corosync any more, verb before it, in all languages together. */

const L = String.raw`\p{L}`
const few = `(?: ${L}{1,14}){0,3}`
const token = `(?:(?:the |its |any |le |du |el |o |il |das |den |het |een |a )?(?:${L}{2,12} )?(?:totem[- ]?|corosync[- ]?)?(?:token${L}{0,4}|jeton|testigo|gettone|токен${L}{0,3}|маркер${L}{0,3}))`

const missing = [
  `(?:no longer|never|not|n['’]t) (?:received?|receiving|got|gotten|get|getting|seen?|seeing|saw|hear|heard) ${token}`,
  `(?:stopped|ceased|failed to|failing to) (?:receiv|see|gett?|hear)(?:e|ing)? ${token}|without (?:receiving|getting|seeing) ${token}`,
  `(?:bekam|erhielt|empfing|sah|bekommt|erhält)${few} (?:das |kein(?:en)? )?(?:totem-?)?token (?:nicht |nicht mehr |mehr )(?:rechtzeitig|mehr|zurück|innerhalb|innert)|(?:bekam|erhielt|empfing|sah)${few} kein (?:totem-?)?token(?: mehr)?`,
  `(?:hat|hatte|haben)(?: [\\p{L}\\d._-]{1,20}){0,3} (?:das |kein(?:en)? )?(?:totem-?)?token${few} (?:nicht|nicht mehr|mehr|nie)(?: rechtzeitig)? (?:bekommen|erhalten|empfangen|gesehen)|(?:heeft|had)(?: [\\p{L}\\d._-]{1,20}){0,3} (?:het |geen )?token${few} (?:niet|niet meer|meer)(?: op tijd)? (?:gekregen|ontvangen|gezien)`,
  `n['’](?:a|avait|obtenait|avait) (?:pas|plus|jamais)(?: ${L}{1,8})? (?:rendu|reçu|vu|récupéré|obtenu|passé|transmis) ${token}|ne (?:recevait|voyait|récupérait|reçoit|voit) (?:plus|pas) ${token}`,
  `no (?:ha |había )?(?:recibió|recibía|recibe|recibido|vio|vuelto a ver) ${token}|dejó de (?:recibir|ver) ${token}`,
  `não (?:recebeu|recebia|viu|recebe)${few} ${token}|deixou de (?:receber|ver) ${token}`,
  `non (?:ha |aveva )?(?:più )?(?:ricevuto|visto|riceveva|vedeva|ricevette)(?: più)? ${token}|ha smesso di ricevere ${token}`,
  `(?:ontving|kreeg|zag)${few} (?:het |geen )?token (?:niet|niet meer|meer)(?: op tijd)?|(?:ontving|kreeg|zag) geen token`,
  `(?:fick|mottog|såg|modtog|fik|mottok)${few} (?:inte|ikke|aldrig|aldri)${few} ${token}`,
  `nie (?:otrzymał|dostał|odebrał|zobaczył)${L}? ${token}|(?:nedostal|neobdržel|nepřijal|neviděl)${L}?(?: včas)? ${token}`,
  `не (?:получ|дожда|увид)${L}{1,5}(?: ${L}{3,9})? ${token}|token['’]?[ıi]?(?: ${L}{2,9})? (?:alamadı|göremedi)|ei saanut ${token}`,
]
export const notReceived = `(?<!${L})(?:${missing.join('|')})(?!${L})`
