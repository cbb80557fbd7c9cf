/**
 * The date that a whole line of a log begins with, in the two usual forms, as the source of a regular expression: for a look at text
 * that may hold such lines. The month may be of another language. What a date means is found out in `prefix.ts`.
 */
export const logDate = String.raw`(?:(?:[A-Z][a-z]{2}|[A-Za-zÀ-ɏЀ-ӿ]{3,6}\.?) +\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\S{8,30})`
/** What stands for a date and a host that somebody hid before handing a log out: `[DATE] [HOST] `, `<date> <host> `, `XXX XX:XX:XX **** `. */
export const hiddenDate = String.raw`(?:(?:\[[A-Za-z][\w /:.-]{1,40}\]|<[A-Za-z][\w /:.-]{1,40}>|[Xx*#:.-]{2,20}) +){1,4}`
/** The clock that the kernel puts before each of its messages, or the date that dmesg makes of it. */
export const kernelClock = String.raw`\[(?: *\d{1,9}\.\d{6}|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \d{4})\]`
