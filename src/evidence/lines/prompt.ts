/**
 * What a shell prints before a command, as parts of patterns: from whatever may be a prompt to what is nothing else. Who uses one says
 * what may stand before it, such as the marks of a mail, and what has to follow.
 */

/** What stands before the last sign of a prompt; who reads it off a picture writes dashes. */
const words = String.raw`[\w@.:~\[\]()/ —–-]{0,80}`
/** Whatever people have as a prompt, also `db2inst1@node01:~> ` and that of fish, `root@node01 /e/corosync (main)> `: only before a command that is known, for sentences and headings look so, too. */
export const anyPrompt = String.raw`(?:${words}[#$%❯] ?|[\w@.-]{1,80}:[~/]\S{0,80}> |(?:\[[INVR]\] )?[\w.-]{1,32}@[\w.-]{1,64} [~/]\S{0,80}(?: \(\S{1,60}\))?(?: ?\[\d{1,3}\])?> ?)`
/** The same where it may also be a mail that quotes, or the `+ ` of a shell that shows what it runs: that a command was typed says enough. */
export const anyMark = String.raw`(?:${words}[#$%>❯] ?|\+ )`

const inBrackets = String.raw`\[[^\]\n]{1,80}\] ?[#$%] ?`
const folder = String.raw`[: ]\S{0,80} ?[#$%>] `
/** `[root@node01 ~]# `, `node01:~ # `, `# ` or `$ `. */
export const prompt = String.raw`(?:${inBrackets}|[\w.-]{1,63}(?:@[\w.-]{1,63})?${folder}|[#$] )`
/** One that nothing else looks like: a heading or a comment begins with `# ` as well. */
export const surePrompt = String.raw`(?:${inBrackets}|[\w.-]{1,63}@[\w.-]{1,63}${folder})`
/** One that names the host, in the groups `one` and `two`; any command may follow. */
export const hostPrompt = String.raw`(?:\[(?:[\w.-]{1,32}@)?(?<one>[A-Za-z][\w.-]{0,62})[ :][^\]]{0,80}\] ?[#$%]|(?:[\w.-]{1,32}@)?(?<two>[A-Za-z][\w.-]{0,62}):\S{0,80} ?[#$%>]) ?`
/** One that names user, host and folder: manuals and settings have lines that look like the others. */
export const userPrompt = String.raw`(?:\[[\w.-]{1,32}@[\w.-]{1,64} [^\]\n]{1,60}\]|[\w.-]{1,32}@[\w.-]{1,64}:[~/][^\s#$]{0,60}) ?[#$] ?`

const asked = new RegExp(String.raw`^\s{0,8}${prompt}\S`)
const surelyAsked = new RegExp(String.raw`^\s{0,8}${surePrompt}\S`)

/** Whether a line is a prompt with a command: what stood above is another one's output. */
export const isPrompt = (line: string): boolean => asked.test(line)
/** Whether it is one that nothing else looks like. */
export const isSurePrompt = (line: string): boolean => surelyAsked.test(line)
