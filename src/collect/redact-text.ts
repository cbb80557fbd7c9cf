const hex = '[0-9a-fA-F]'

/**
 * A function that replaces every piece of this shape that stands alone. Each has its own pattern, for awk compiles a
 * pattern anew whenever it comes from a variable.
 */
const replacer = (name: string, shape: string, edge: string, to: string): string => String.raw`
function ${name}(line,   out, piece, before, after) {
  out = ""
  while (match(line, /${shape}/)) {
    piece = substr(line, RSTART, RLENGTH)
    before = RSTART > 1 ? substr(line, RSTART - 1, 1) : substr(out, length(out), 1)
    after = substr(line, RSTART + RLENGTH, 2)
    out = out substr(line, 1, RSTART - 1)
    line = substr(line, RSTART + RLENGTH)
    if (before ~ /${edge}/ || after ~ /^[A-Za-z0-9_]/ || after ~ /^\.[0-9]/) out = out piece
    else out = out ${to}
  }
  return out line
}`

const replacers = [
  replacer('uuids', [8, 4, 4, 4, 12].map(count => hex.repeat(count)).join('-'), '[0-9A-Za-z]', 'id(piece)'),
  replacer('hexes', hex.repeat(32), '[0-9A-Za-z]', 'id(piece)'),
  replacer('macs_in', Array(6).fill(hex.repeat(2)).join(':'), '[0-9A-Za-z:]', 'mac(piece)'),
  replacer('sixes_in', `${hex}*:[0-9a-fA-F:]*:${hex}*`, '[0-9A-Za-z:.]', 'ipv6(piece)'),
  replacer(
    'fours',
    String.raw`[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+`,
    '[0-9A-Za-z_.]',
    String.raw`((out ~ /([A-Za-z_]-|[Vv]ersion[ :=]+|[A-Za-z]\/)$/ && !(piece in address)) ? piece : ipv4(piece))`,
  ),
].join('\n')

/**
 * The awk program that rewrites the files named in its input, each into FILE.hidden, and prints the map. It must run under
 * the awk of busybox, too, and hold no single quote.
 */
export const hideNames = String.raw`
function letter(c) { return c ~ /^[a-zA-Z]$/ }
function digit(c) { return c ~ /^[0-9]$/ }
function joined(a, b) { return (letter(a) && letter(b)) || (digit(a) && digit(b)) }
# The letters around a place.
function run_around(text, from, to) {
  while (from > 1 && letter(substr(text, from - 1, 1))) from--
  while (letter(substr(text, to + 1, 1))) to++
  return substr(text, from, to - from + 1)
}
# What was replaced before holds no name, whatever it looks like: db8 of 2001:db8::1, fe80, the node of node-1.
# Nothing that was given is as long as what is looked at here; a line may hold one run of letters and dots.
function within_given(text, at,   from, to, run) {
  for (from = at; from > 1 && at - from < 64 && substr(text, from - 1, 1) ~ /[0-9A-Za-z:.]/; from--);
  for (to = at; to - at < 64 && substr(text, to + 1, 1) ~ /[0-9A-Za-z:.]/; to++);
  run = substr(text, from, to - from + 1)
  sub(/[:.]+$/, "", run)
  if (tolower(run) in mine) return 1
  for (from = at; from > 1 && at - from < 64 && substr(text, from - 1, 1) ~ /[0-9A-Za-z-]/; from--);
  for (to = at; to - at < 64 && substr(text, to + 1, 1) ~ /[0-9A-Za-z-]/; to++);
  run = substr(text, from, to - from + 1)
  return run in given
}
function replaced(line, i,   low, n, size, out, at, last, after, stays) {
  n = lower[i]
  size = length(n)
  low = tolower(line)
  out = ""
  last = substr(n, size, 1)
  while ((at = index(low, n)) > 0) {
    after = substr(low, at + size, 1)
    stays = digit(last) && digit(after)
    if (!stays && (joined(at > 1 ? substr(low, at - 1, 1) : substr(out, length(out), 1), substr(n, 1, 1)) || joined(last, after)))
      stays = !inside[i] || (run_around(low, at, at + size - 1) in known_word)
    if (!stays) stays = within_given(out line, length(out) + at)
    out = out substr(line, 1, at - 1) (stays ? substr(line, at, size) : is[i] (digit(after) ? "_" : ""))
    line = substr(line, at + size)
    low = substr(low, at + size)
  }
  return out line
}
# A text for another, where nothing follows that would make it a longer word.
function put(line, from, to,   at, out) {
  out = ""
  while ((at = index(line, from)) > 0) {
    out = out substr(line, 1, at - 1)
    line = substr(line, at + length(from))
    out = out (line ~ /^[A-Za-z0-9_.-]/ ? from : to)
  }
  return out line
}
# A name that is a word as well, where only a name can stand.
function placed(line, i,   n, head, at) {
  n = known[i]
  if (match(line, /^[A-Z][a-z][a-z] +[0-9]+ [0-9:.]+ (\[[0-9]+\] )?/) || match(line, /^[0-9][0-9-]+T[^ ]+ /)) {
    head = substr(line, 1, RLENGTH)
    line = substr(line, RLENGTH + 1)
    if (substr(line, 1, length(n) + 1) == n " ") line = is[i] substr(line, length(n) + 1)
    line = head line
  }
  line = put(line, "uname=\"" n "\"", "uname=\"" is[i] "\"")
  line = put(line, "on_node=\"" n "\"", "on_node=\"" is[i] "\"")
  line = put(line, "node=" n, "node=" is[i])
  line = put(line, " id=\"" n "\"", " id=\"" is[i] "\"")
  line = put(line, "name\" value=\"" n "\"", "name\" value=\"" is[i] "\"")
  line = put(line, "(" n ")[", "(" is[i] ")[")
  line = put(line, "targeting node " n, "targeting node " is[i])
  line = put(line, "Cluster node " n, "Cluster node " is[i])
  line = put(line, "Started " n, "Started " is[i])
  line = put(line, "Current DC: " n, "Current DC: " is[i])
  if (line ~ /(Online|OFFLINE|Standby): \[/) line = put(line, " " n, " " is[i])
  if (line ~ /^[ \t]*(name|ring[0-9]_addr|cluster_name): / || line ~ /^Cluster [Nn]ame: / || line ~ /^(Linux )?[A-Za-z0-9.-]+$/ || line ~ /^Linux /) {
    line = put(line, " " n, " " is[i])
    if (line == n) line = is[i]
  }
  if (match(line, "(^|[^A-Za-z0-9_.-])" n "_(start|stop|monitor|promote|demote|notify|last)_[0-9]")) {
    at = RSTART + (substr(line, RSTART, length(n)) == n ? 0 : 1)
    line = substr(line, 1, at - 1) is[i] substr(line, at + length(n))
  }
  return line
}
function remember(kind, name, to) {
  address[tolower(name)] = to
  mine[to] = 1
  kinds[++entries] = kind
  names_of[entries] = name
  pseudonyms[entries] = to
}
function subnet_of(prefix,   n) {
  if (!((prefix ".0/24") in address)) {
    do { subnets++; n = "198." (18 + int(subnets / 256)) "." (subnets % 256) } while ((n ".0/24") in mine)
    remember("ipv4-subnet", prefix ".0/24", n ".0/24")
  }
  n = address[prefix ".0/24"]
  sub(/\.0\/24$/, "", n)
  return n
}
function ipv4(text,   part, net, n, prefix) {
  split(text, part, ".")
  if (part[1] > 255 || part[2] > 255 || part[3] > 255 || part[4] > 255) return text
  if (part[1] == 0 || part[1] == 127 || part[1] == 255 || (text in mine)) return text
  if (text in address) return address[text]
  prefix = part[1] "." part[2] "." part[3]
  net = subnet_of(prefix)
  n = part[4]
  if (n != 0 && n != 255) { n = 1; while (((net "." n) in mine) && n < 254) n++ }
  remember("ipv4", text, net "." n)
  return address[text]
}
function plain_number(n, size,   text) {
  text = n ""
  while (length(text) < size) text = "0" text
  return text
}
function id(text,   key, to) {
  key = tolower(text)
  if ((key in mine) || key ~ /^[0-]+$/) return text
  if (!(key in address)) {
    do {
      ids++
      to = length(key) == 36 ? "00000000-0000-4000-8000-" plain_number(ids, 12) : plain_number(ids, length(key))
    } while (to in mine)
    remember("id", key, to)
  }
  return address[key]
}
function mac(text,   key, to) {
  key = tolower(text)
  if ((key in mine) || key ~ /^[0f:]+$/) return text
  if (!(key in address)) {
    do { macs++; to = sprintf("02:00:00:00:%02x:%02x", int(macs / 256) % 256, macs % 256) } while (to in mine)
    remember("mac", key, to)
  }
  return address[key]
}
function ipv6(text,   key, n, to) {
  # The colon of the sentence.
  if (text ~ /[^:]:$/) return ipv6(substr(text, 1, length(text) - 1)) ":"
  key = tolower(text)
  n = gsub(/:/, ":", key)
  if (key !~ /[0-9]/ || key !~ /[0-9a-f]/ || key ~ /^(::1?|ff.*)$/ || key ~ /:::/ || (n != 7 && key !~ /::/) || (key in mine)) return text
  if (!(key in address)) {
    do { sixes++; to = (key ~ /^fe80:/ ? "fe80::" : "2001:db8::") sprintf("%x", sixes) } while (to in mine)
    remember("ipv6", key, to)
  }
  return address[key]
}
${replacers}
function hidden(line,   i, low) {
  if (line ~ /${hex}-${hex.repeat(4)}-${hex.repeat(4)}-${hex}/) line = uuids(line)
  if (line ~ /${hex.repeat(32)}/) line = hexes(line)
  if (line ~ /${hex}:${hex}${hex}:${hex}${hex}:${hex}${hex}:${hex}/) line = macs_in(line)
  if (line ~ /::|${hex}:${hex}+:${hex}+:${hex}/) line = sixes_in(line)
  if (line ~ /[0-9]\.[0-9]+\.[0-9]+\.[0-9]/) line = fours(line)
  low = tolower(line)
  for (i = 1; i <= total; i++) {
    if (!index(low, lower[i])) continue
    line = common[i] ? placed(line, i) : replaced(line, i)
    low = tolower(line)
  }
  return line
}
BEGIN {
  size = split(ENVIRON["ordinary"], list, /[ \n]+/)
  for (i = 1; i <= size; i++) word[list[i]] = known_word[list[i]] = 1
  size = split(ENVIRON["longer"], list, /[ \n]+/)
  for (i = 1; i <= size; i++) known_word[list[i]] = 1
  while ((getline line < names) > 0) {
    split(line, part, "\t")
    if (part[1] ~ /^(ipv4|ipv6|mac|id)/) { remember(part[1], part[2], part[3]); continue }
    kinds[++entries] = part[1]
    names_of[entries] = part[2]
    pseudonyms[entries] = part[3]
    given[part[3]] = 1
    # Longest first.
    for (i = ++total; i > 1 && length(lower[i - 1]) < length(part[2]); i--) {
      lower[i] = lower[i - 1]; known[i] = known[i - 1]; is[i] = is[i - 1]; common[i] = common[i - 1]; inside[i] = inside[i - 1]
    }
    lower[i] = tolower(part[2])
    known[i] = part[2]
    is[i] = part[3]
    common[i] = (lower[i] in word) || length(lower[i]) < 2
    inside[i] = length(lower[i]) > 3 && part[1] != "domain" && (part[1] != "user" || lower[i] ~ /[0-9]/)
  }
  subnets = -1
  shown = host
  sub(/\..*/, "", shown)
  for (i = 1; i <= total; i++) if (lower[i] == tolower(shown)) { shown = is[i]; break }
  if (shown == host) shown = "node"
  where = names
  sub(/names$/, "shown", where)
  print shown > where
}
{
  while ((getline line < $0) > 0) print hidden(line) > ($0 ".hidden")
  printf "" > ($0 ".hidden")
  close($0)
  close($0 ".hidden")
}
END {
  print "# PRIVATE: who is who behind the pseudonyms of avert. Never send this file along with what was redacted."
  print "schema: avert/names@1"
  print "names:"
  n = split("node host cluster resource user domain constraint serial ipv4-subnet ipv4 ipv6-subnet ipv6 mac id", order, " ")
  for (k = 1; k <= n; k++) {
    any = 0
    for (i = 1; i <= entries; i++)
      if (kinds[i] == order[k]) {
        if (!any) print "  " order[k] ":"
        any = 1
        print "    \"" names_of[i] "\": \"" pseudonyms[i] "\""
      }
  }
}
`.trim()
