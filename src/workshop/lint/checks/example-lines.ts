import type { Report } from '../../../kb/condition.ts'
import type { EventFile } from '../../../kb/shapes.ts'
import { caseWith, eventWith } from '../example-files.ts'
import { type Checks, pageOf } from '../model.ts'

/** Example lines are published with the base: nothing in them may belong to somebody. */
export const exampleLines: Checks = {
  pages: {
    'public-address': pageOf(
      'warning',
      'An example holds an address that may be real',
      'Examples are published with the base. Use addresses that are kept for that: 192.0.2.1, 198.51.100.1, 203.0.113.1, or 2001:db8::1.',
      ...eventWith({ matches: '§' }),
      "['Mar  4 02:13:07 host lpd[1]: job of 8.8.4.4: blank page from tray 2']",
      "['Mar  4 02:13:07 host lpd[1]: job of 192.0.2.7: blank page from tray 2']",
    ),
    'real-looking-host': pageOf(
      'warning',
      'An example names a host or mailbox that may be real',
      'Examples are published with the base. Use node01, or names below example.com.',
      ...eventWith({ matches: '§' }),
      "['Mar  4 02:13:07 host lpd[1]: job of ann@acme-corp.com: blank page from tray 2']",
      "['Mar  4 02:13:07 host lpd[1]: job of ann@example.com: blank page from tray 2']",
    ),
    'secret-in-example': pageOf(
      'error',
      'An example holds what looks like a secret',
      'Passwords, tokens and keys in an example are published with the base. Replace them by x.',
      ...caseWithEvidence('§'),
      'passwd=hunter2secret',
      'passwd=xxxx',
    ),
  },
  file({ folder, object }, report) {
    if (folder === 'events')
      (object as EventFile).forms.forEach((form, i) => {
        for (const key of ['matches', 'ignores'] as const)
          form[key].forEach((text, j) => void exampleLine(text, ['forms', i, key, j], report))
      })
    if (folder === 'cases')
      for (const [name, text] of Object.entries((object as { evidence?: Record<string, string> }).evidence ?? {}))
        exampleLine(text, ['evidence', name], report)
  },
}

function caseWithEvidence(text: string): readonly [string, string] {
  return caseWith({ evidence: `{ var/log/lpd.conf: "${text}" }` })
}

const forExamples =
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113|127\.\d+\.\d+|0\.0\.0|10\.\d+\.\d+|192\.168\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+|169\.254\.\d+|22[4-9]\.\d+\.\d+|23\d\.\d+\.\d+|2[45]\d\.\d+\.\d+)\./
const exampleDomain = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|localdomain)$/i

function exampleLine(text: string, path: (string | number)[], report: Report): void {
  for (const [address] of text.matchAll(/(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-]*\w)/g))
    if (address.split('.').every(part => Number(part) < 256) && !forExamples.test(address)) {
      report('public-address', path, `"${address}" may be somebody's address`, 'Use 192.0.2.1, 198.51.100.1 or 203.0.113.1.')
      break
    }
  const host = [
    ...text.matchAll(
      /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b|(?<![\w/.@-])((?:[a-z][\w-]*\.){1,3}(?:com|org|net|de|io|local|lan|corp|intern|internal|eu|uk|fr|ch|at))(?![\w.-]*\w)/gi,
    ),
  ].find(([, mail, name]) => !exampleDomain.test(mail ?? name!))
  if (host) report('real-looking-host', path, `"${host[0]}" may be somebody's`, 'Use node01, or a name below example.com.')
  const secret = /\b(?:passw(?:or)?d|secret|token|api[_-]?key|private[_-]?key)["']?\s*[=:]\s*["']?([^\s"',;]{6,})/i.exec(text)
  if (secret && !/^[x*.<>•-]+$|^(?:xxx|\*\*\*|<|changeme|redacted|example|timed|lost|timeout)/i.test(secret[1]!) && /\d/.test(secret[1]!))
    report('secret-in-example', path, 'this looks like a secret', 'Replace its value by xxxx.')
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) report('secret-in-example', path, 'this is a private key', 'Take it out.')
}
