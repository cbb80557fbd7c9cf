import { later } from '../lines/later.ts'

/** Words that make what a sentence says of a cluster no report: conditions, hearsay, what would be. */
const words = [
  "suppose|supposing|imagine|if|whether|might|may|should|unless|in case|would have|could have|could (?!not|n[’']t|no longer)|would (?!not|n[’']t)|supposed to|e\\.g\\.|such as|heard|told (?:us|me) (?:that|of)|read that|rumou?rs?|drill|exercise|example|for instance|in theory|fix(?:ed|es)?|means|typically|usually means|signs? (?:of|is|are)|symptoms? (?:of|is|are)|when(?:ever)? (?:you|the token)",
  'wenn|falls|sofern|könnten?|würden?|sollten?|dürften?|erzähl\\p{L}*|gehört|angeblich|beispiel|übung|bedeutet',
  'indien|mocht|zou|zouden|kunnen|gehoord|naar verluidt|voorbeeld|skulle|ifall|hvis|dersom|kunne|hört att',
  '(?<=^|[,.:(]\\s?)si|(?<=^|[,.:(]\\s?)se(?=\\s(?:il|la|lo|o|a|um|uma|un|i|os|as)\\s)|pourrai\\p{L}*|devrai\\p{L}*|aurai\\p{L}*|raconté|paraît|exemple|podrían?|debería\\p{L}*|habría\\p{L}*|contado|ejemplo|poderi\\p{L}*|deveri\\p{L}*|teria|exemplo|potrebbe\\p{L}*|dovrebbe\\p{L}*|avrebbe|raccontat\\p{L}|esempio',
  'jeśli|jeżeli|gdyby|mógłby|mogłoby|podobno|słyszał\\p{L}*|przykład|pokud|jestli|kdyby|mohl\\p{L} by|prý|například|если|бы|мог бы|слышал\\p{L}*|якобы|пример\\p{L}?|eğer|olsaydı|örnek|mintha',
].join('|')
const asian = 'もし|場合は?|かもしれ|たら、|例えば|如果|假如|可能会|听说|例如|만약|경우|라면|일 수 있|수도 있|들었'
export const unsure = later(`(?<!\\p{L})(?:${words})(?!\\p{L})|${asian}`, 'iu')
/** A question that does not take it for granted. */
const why =
  /(?<!\p{L})(?:why|how come|warum|wieso|weshalb|pourquoi|por qu[eé]|perché|dlaczego|czemu|proč|почему|waarom|varför|hvorfor|neden|niye|miért)(?!\p{L})|なぜ|どうして|为什么|왜/iu
export const isQuestion = (text: string): boolean => /[?？]["'”»)\s]*$/u.test(text) && !why.test(text)
