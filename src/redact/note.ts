/** What every redacted result says. */
export const redactedNote =
  'Names and addresses are replaced by pseudonyms. Commands must be run with the real names; the private map of names says which is which.'
