const library =
  /(?:^|\/)(?:articles?|docs?|documentation|guides?|kb|manuals?|sops?|wiki)\/|(?:^|[/_-])(?:how-?to|guide|sop|manual|kb)(?:[_.-]|$)/i
/** Where teams keep what happened to them, also within a library. */
const kept =
  /(?:^|\/)(?:incidents?|post-?mortems?|rcas?|outages?|known-issues|journals?|logbooks?|problems?|reviews?|worklogs?)\/(?![^/]*(?:template|example))[^/]+$/i

/** Whether a path is of a library of articles and manuals, and not of what a team keeps in it of what happened to them. */
export const isOfLibrary = (path: string): boolean => library.test(path) && !kept.test(path)
