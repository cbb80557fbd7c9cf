/**
 * Programs that have next to nothing to do, so that one that hangs tells something. Which of them count depends on where the name
 * stands: most are also words, and some of them read devices or whole trees.
 */

/** Names that are no word of any language: in a sentence they need no mark. Those that read devices wait for the storage. */
export const nameAlone = 'ls|df|ps|lsof|stat'
/** In a sentence, only where it is marked as a command; whoever says so did not mean that a large tree takes its time. */
export const nameInMarks = `${nameAlone}|cat|du|find|id|mount|readlink|rm|touch|top|umount|uptime|w|who`
/** Where a line or a field is nothing but a command: its time counts, so that `du`, `find` and `rm` are not among them. */
const measured = `${nameAlone}|blkid|lsblk|lsscsi|findmnt|pwd|touch|mount|cat|readlink|id|w|who|date|hostname|uname|uptime|free|lsmod|dmesg|wc|tail|ip|ifconfig|sysctl|true`
/** Where a trace shows the call that did not come back, it does not matter how much there was to do. */
export const nameTraced = `${measured}|du|find|top`

/** Whether a command is such a program. */
export const simple = new RegExp(String.raw`^(?:\S*\/)?(?:${measured})(?:\s|$)`)
/** Such a program below `time`, anywhere in a text. */
export const simpleTimed = String.raw`\btime +(?:\S*\/)?(?:${measured})\b`
/** A word written into a file: nothing to do but to open it. What is a device, or a switch of the kernel, may take its time. */
export const writesLittle = /^(?:echo|printf) [^|;<>&`$()]{0,80}?>{1,2} ?(?<file>(?!\/(?:dev|proc|sys)\/)[/~]?\w[\w./~-]{0,120})$/
