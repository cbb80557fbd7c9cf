import { shellQuote } from '../plan/shell.ts'
import { longerWords, systemUsers, vocabulary } from '../redact/vocabulary.ts'
import { assignNames, findNames } from './redact-names.ts'
import { hideNames } from './redact-text.ts'

/** Words in lines that a shell script can be read with. */
function wrapped(words: Iterable<string>): string {
  const lines: string[] = ['']
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 120) lines.push('')
    lines.push(`${lines.pop()} ${word}`.trim())
  }
  return lines.join('\n')
}

const plain = (words: Iterable<string>): string[] => [...words].filter(word => /^[\w.-]+$/.test(word)).sort()

/**
 * The shell functions that put pseudonyms in the place of names, on the node itself. They use nothing but awk, find and
 * sort. On all nodes the cluster's own names are numbered in the same order, so the archives of all nodes fit together.
 */
export function redactFunctions(): string {
  return `ordinary=${shellQuote(wrapped(plain(vocabulary)))}
longer=${shellQuote(wrapped(plain(longerWords)))}
system_users=${shellQuote(wrapped(plain(systemUsers)))}

# Names and what they belong to, one a line.
find_names() {
  find "$root" -type f | LC_ALL=C sort | accounts=$system_users awk ${shellQuote(findNames)}
}

# The map that exists, then pseudonyms for what is new.
assign_names() {
  : >"$work/known"
  [ ! -f "$map" ] || cat "$map" >"$work/known"
  awk ${shellQuote(assignNames)} "$work/known" "$work/found" >"$work/names"
}

redact_files() {
  find_names | LC_ALL=C sort -u >"$work/found" &&
    assign_names &&
    find "$root" -type f | LC_ALL=C sort >"$work/files" &&
    ordinary=$ordinary longer=$longer awk -v names="$work/names" -v host="$host" ${shellQuote(hideNames)} "$work/files" >"$work/map" &&
    while IFS= read -r r_file; do
      mv "$r_file.hidden" "$r_file" || return 1
    done <"$work/files" &&
    cat "$work/map" >"$map.new" &&
    mv "$map.new" "$map" &&
    read -r r_shown <"$work/shown" &&
    mv "$root" "$dir/$r_shown"
}

# Nothing is packed unless every name was replaced.
hide_names() {
  map=$out/avert-names.private.yaml
  say 'replacing names'
  limited $((limit + 300)) "$work/redacted" as_is redact_files
  if [ "$code" != 0 ] || ! read -r host <"$work/shown"; then
    keep=yes
    fail "names could not be replaced; nothing was packed, what was collected is in $root"
  fi
  root=$dir/$host
  archive=$out/avert-$host-\${stamp:-$now}.tar.gz
  say "who is who is in $map; keep it, and send it to nobody"
}
`
}
