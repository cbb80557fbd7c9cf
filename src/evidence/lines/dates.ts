/**
 * The date that a whole line of a log begins with, in the two usual forms, as the source of a regular expression: for a look at text
 * that may hold such lines. What a date means is found out in `prefix.ts`.
 */
export const logDate = String.raw`(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\S{8,30})`
/** The clock that the kernel puts before each of its messages, or the date that dmesg makes of it. */
export const kernelClock = String.raw`\[(?: *\d{1,9}\.\d{6}|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \d{4})\]`
