import { installedIn } from './pasted-packages.ts'

/** What stands between marks of code in a sentence. */
const span = /`([^`\n]{4,300})`/g
/** The row of a list of services that runs. */
const unitRow = /^[\w@.-]{2,80}\.service +loaded +active +running(?: |$)/
/** A question for what is installed, before its answer. */
const asksForPackages = /`[^`\n]{0,40}\b(?:rpm -q|(?:dnf|yum) list (?:--)?installed|zypper se)[^`\n]{0,80}`/
const path = /^\/(?:opt|usr|var)\/[\w./+-]{3,120}$/
/** A list of processes that it stands in, behind the name. */
const listed =
  /^[\s,:]{0,3}(?:(?:is|was|are|were|shows? up|appears?|runs?|stands?|läuft|steht|steht auch|figure|está|aparece|compare) )?(?:in (?:the |our )?(?:list of processes|process(?:es)? (?:list|table)|output of .?ps|ps(?: (?:output|list))?|top)(?![\w-])|in der Prozessliste|dans la liste des processus|en la lista de procesos|na lista de processos|nella lista dei processi|in de proceslijst|w liście procesów|v seznamu procesů|в списке процессов)/iu
/** It is not there, or no more. */
const denied =
  /(?<!\p{L})(?:no|not|never|without|removed?|uninstalled?|gone|instead of|kein\p{L}*|nicht|ohne|pas|sans|no hay|sin|não|sem|non|senza|niet|geen|nie|bez|не|нет)(?!\p{L})[^`.;]{0,30}$/iu

/** What a sentence quotes of the output of commands about packages, services and processes, each as the line that it was. */
export function outputsIn(text: string): string[] {
  if (!text.includes('`')) return []
  return [...text.matchAll(span)].flatMap(match => {
    const [whole, code = ''] = match
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + whole.length)
    if (denied.test(before.replace(/`[^`\n]*`/g, '``'))) return []
    if (unitRow.test(code)) return [code]
    if (asksForPackages.test(before) && installedIn(code).length > 0) return [code]
    return path.test(code) && listed.test(after) ? [`root 1 0 0 00:00 ? 00:00:00 ${code}`] : []
  })
}
