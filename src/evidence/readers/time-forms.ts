import { anyPrompt } from '../lines/prompt.ts'

/** How shells and programs that measure write what was run, and how long it took. */

/** A prompt, also one that numbers its commands, the `### ` of a script, a date, `> ` of a mail, the `+ ` of a shell that shows what it runs, or nothing. */
const typed = String.raw`^(?:[>|] ?){0,3}\s{0,8}(?:${anyPrompt}|#{2,8} ?|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} [\d:]{8} (?:[A-Z]{2,5} )?\d{4} |[\w@.-]{1,80}:[~/]\S{0,80} \d{1,5}> |[\w@.\[\]-]{1,80} \d{1,5}> |\++ )?`
export const timed = new RegExp(
  `${typed}(?:[^;&|#]{1,60}[;&] *){0,3}(?:do +)?(?:[A-Z]+=\\S* +)*(?:ssh +(?:-\\S+ +)*[\\w.@-]+ +['"]?)?(?:/usr/bin/)?time +(?:(?:-f|--format|-o)[ =]?(?:"[^"]*"|'[^']*'|\\S+) +|-\\S+ +)*(?<command>\\S.*)$`,
)
export const limited = new RegExp(
  `${typed}(?:[^;&|#]{1,60}[;&] *){0,3}(?:sudo +)?(?:/usr/bin/)?timeout +(?:-[sk] ?\\w+ +|-\\S+ +)*(?<seconds>\\d+)s? +(?<command>\\S.*)$`,
)
/** A report by hand, which people copy without the `time` before it; it prints no times of its own. */
export const report = new RegExp(
  `${typed}(?:sudo +)?(?<command>(?:/usr/s?bin/)?(?:sosreport|sos report)(?: +(?:-\\S+|[^\\s-]\\S*=\\S+))*)\\s*$`,
)
/** The same, quoted within a sentence. */
export const quotedReport = /["'`«„“‘]\s?time +(?<command>(?:\/usr\/s?bin\/)?(?:sosreport|sos report)(?: +-[^"'`»”“’]*)?)\s?["'`»”“’]/
export const verbose =
  /^\s*(?:Command being timed: "(?<command>[^"]+)"|Benchmark #?\d+: (?<bench>\S.*)|Performance counter stats for '(?<counted>[^']+)':|.{0,80}\bMeasure-Command \{ ?(?<shell>[^{}]+?) ?\}|.{0,80}\bsystemd-run (?=.*--wait)(?:-\S+ +)*(?<unit>[^-\s].*))/

/** How long it took, as shells and `time` write it; those of zsh name the command as well. */
export const took: readonly RegExp[] = [
  /^[>|\s]*real\s+(?:(?<hours>\d+)h ?)?(?:(?<minutes>\d+)m ?)?(?<seconds>\d+(?:[.,]\d+)?)s?\s*$/,
  // Whoever tells it again leaves the seconds out.
  /^[>|\s]*real\s+(?:(?<hours>\d+)h ?)?(?<minutes>\d+)m(?:in)?\s*$/,
  /^[>|\s]*(?<command>\S.{0,300}?) {1,4}[\d.,]+s user [\d.,]+s system \d+% cpu (?:(?<hours>\d+):)??(?:(?<minutes>\d+):)?(?<seconds>[\d.,]+) total\s*$/,
  /^\s*Elapsed \(wall clock\) time \(h:mm:ss or m:ss\): (?:(?<hours>\d+):)??(?<minutes>\d+):(?<seconds>[\d.]+)\s*$/,
  // Noted in a line of a timeline: "time pcs status → real 4m11.870s".
  /\btime +(?<command>[\w./-][\w./ -]{1,60}?) *(?:→|->|=>|[:=–—]) *real\s+(?:(?<minutes>\d+)m ?)?(?<seconds>\d+(?:[.,]\d+)?)s?\b/,
  /[\d.,]+ ?(?:user|u) [\d.,]+ ?(?:system|s) (?:(?<hours>\d+):)??(?<minutes>\d+):(?<seconds>[\d.,]+)(?:elapsed|) \d+(?:[.,]\d+)?%/,
  /^\s*Executed in +(?<seconds>[\d.]+) secs\b/,
  /^\s*Executed in +(?<minutes>[\d.]+) mins\b/,
  /^\s*Executed in +(?<hours>[\d.]+) hours?\b/,
  /^\s*(?<seconds>[\d.]+) ?s(?:ec\w*)? elapsed (?<command>\S.*)$/,
  // The mean of hyperfine, and what bash prints with TIMEFORMAT='%lR'.
  /^\s*Time \(.{1,12}\): +(?<seconds>[\d.]+) s\b/,
  /^\s*(?<minutes>\d{1,3})m(?<seconds>\d{1,2}\.\d{3})s\s*$/,
  // perf, PowerShell, systemd-run.
  /^\s*(?<seconds>\d+[.,]\d+) seconds time elapsed\s*$/,
  /^\s*TotalSeconds +: (?<seconds>\d+(?:[.,]\d+)?)\s*$/,
  /^\s*Service runtime: (?:(?<hours>\d+)h )?(?:(?<minutes>\d+)min )?(?<seconds>\d+(?:\.\d+)?)s\s*$/,
]
/** What prints nothing but the time: TIMEFORMAT=%R of bash, `time -f %e`. */
export const setToNumber = /TIMEFORMAT=["']?%\d?R|\btime (?:-f|--format)[ =]?["']?%[eE]["']?\s/
export const onlyNumber = /^\s*(?:(?:(?<hours>\d+):)??(?<minutes>\d+):)?(?<seconds>\d+[.,]\d{1,6})\s*$/
/** `timeout` returns 124 when it had to stop the command, 137 when it had to kill it; scripts and people write that in many ways. */
export const stopped =
  /^[>|\s]*(?:timeout: sending signal \w+ to command|(?:\S{0,20}\b(?:rc|ret|code|status|exit)\w*\s*[=:]?\s*)?(?:124|137)\s*$)/i
