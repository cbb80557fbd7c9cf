/** Of a rule: it holds, it fails, or it is open and waits for facts. */
export type Outcome = { readonly state: 'holds' | 'fails' } | { readonly state: 'open'; readonly needs: readonly string[] }

/** Strong Kleene truth: 1 true, -1 false, 0 unknown. */
export type Truth = 1 | 0 | -1
