/** Somebody ended what did not come back, in all languages together: how long they waited for it, it took at least. */
export const window =
  '(?:terminal|window|session|shell|console|putty|fenster|sitzung|fenêtre|session|ventana|terminal|sesión|janela|sessão|finestra|terminale|sessione|venster|fönstret|okno|sesję|терминал|окно|сессию)'
const phrases = [
  `(?:i|we) (?:then |just |finally |simply )?(?:killed|aborted|cancell?ed|interrupted|gave up|(?:hit|pressed|used|sent) (?:ctrl[ +-]?c|\\^c|control[ +-]c)|had to (?:kill|abort|cancel|interrupt)|closed (?:the |my )?${window})`,
  `hab\\p{L}{0,3}(?: ich| wir)?[^.,;\\d]{0,30}?(?:abgebrochen|abgeschossen|gekillt|aufgegeben|${window} (?:zugemacht|geschlossen))|abgebrochen|aufgegeben`,
  `(?:j['’]ai|on a|nous avons|on l['’]a|je l['’]ai) (?:tout |fini par )?(?:coupé|interrompu|abandonné|tué|annulé|arrêté|fermé (?:la |le |ma )?${window})`,
  `(?:lo |la )?(?:corté|cancelé|maté|aborté|abortamos|cancelamos|cortamos|interrumpí|abandoné)|cerré (?:la |el )?${window}|cancelei|abortei|matei|interrompi|desisti|fechei (?:a |o )?${window}`,
  `(?:l['’])?(?:ho|abbiamo) (?:interrotto|annullato|ucciso|rinunciato|lasciato perdere|chiuso (?:la |il )?${window})`,
  '(?:heb|hebben) (?:ik |we )?(?:het |hem )?(?:afgebroken|opgegeven|gekilld)|afgebroken|avbröt (?:jag|vi)|(?:jag|vi) (?:avbröt|gav upp)|gav (?:jag|vi) upp|avbrutit',
  `przerwał\\p{L}{1,4}|(?:ubił|zabił)\\p{L}{1,3}|zamknął\\p{L}{1,3} ${window}|poddał\\p{L}{1,4} się|(?:přerušil|ukončil|zabil|zrušil|vzdal) jsem|jsem (?:to |ho )?(?:přerušil|ukončil|zabil|zrušil|vzdal)`,
  `прервал\\p{L}?|оборвал\\p{L}?|(?:я |мы )(?:убил\\p{L}?|снял\\p{L}?)|закрыл\\p{L}? ${window}|iptal ett\\p{L}+|vazgeçt\\p{L}+`,
].join('|')
/** To be used with the flags `iu`. */
export const gaveUpOnIt = `(?<!\\p{L})(?:${phrases})(?!\\p{L})|中断し(?:まし)?た|諦め(?:まし)?た|Ctrl\\+?-?Cで|放弃了|我中断|手动中断|포기했|중단했`
