/** awk programs of the collector. They must run under the awk of busybox, too, and hold no single quote. */

const tops =
  'com|net|org|info|local|lan|corp|intra|intranet|internal|private|localdomain|ad|de|fr|uk|nl|ch|at|eu|us|ca|au|jp|cn|br|es|se|dk|cz|pl|it|in'

/**
 * A function that takes every piece of a line that looks like `shape`, without what `skip` and `behind` match. Each has
 * its own pattern, for awk compiles a pattern anew whenever it comes from a variable.
 */
const finder = (name: string, kind: string, shape: string, skip: string, behind: string): string => `
function ${name}(line,   piece) {
  while (match(line, /${shape}/)) {
    piece = substr(line, RSTART, RLENGTH)
    line = substr(line, RSTART + RLENGTH)
    ${skip ? `sub(/${skip}/, "", piece)` : ''}
    ${behind ? `sub(/${behind}/, "", piece)` : ''}
    take("${kind}", piece)
  }
}`

const user = '[A-Za-z0-9_.-]+'
const finders = [
  finder('operations', 'resource', '[A-Za-z_][A-Za-z0-9_.-]*_(start|stop|monitor|promote|demote|notify)_[0-9]+', '', '_[a-z]+_[0-9]+$'),
  finder('agents', 'resource', String.raw`[A-Za-z0-9_-]\([A-Za-z][A-Za-z0-9_.-]*\)\[[0-9]+\]:`, String.raw`^.*\(`, String.raw`\).*$`),
  finder('homes', 'user', String.raw`\/home\/${user}`, String.raw`^\/home\/`, ''),
  finder('logins', 'user', String.raw`(Accepted|Failed) [a-z\/-]+ for ${user} from`, '^.* for ', ' from$'),
  finder('sessions', 'user', `(invalid user|for user|of user) ${user}`, '^.*user ', ''),
  finder('sudoers', 'user', String.raw`sudo(\[[0-9]+\])?: +${user} : `, '^.*: +', ' : $'),
  finder('changers', 'user', `[0-9] by ${user} via`, '^.* by ', ' via$'),
  finder('mailboxes', 'user', String.raw`[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.(${tops})`, '', '@.*$'),
  finder('domains', 'host', String.raw`[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*\.(${tops})([^A-Za-z0-9_.-]|$)`, '', '[^A-Za-z0-9]$'),
].join('\n')

/** Reads the names of files and prints `kind TAB name` for every name found in them. */
export const findNames = String.raw`
function take(kind, name,   dot) {
  sub(/^[^A-Za-z0-9_]+/, "", name)
  sub(/[^A-Za-z0-9_$]+$/, "", name)
  if (length(name) < 2 || length(name) > 253 || name !~ /[A-Za-z]/ || name ~ /^localhost/ || name ~ /[\t "<>\/]/) return
  if (kind == "user") {
    if (index(users, "\n" name "\n") || name ~ /^systemd-/ || name ~ /\(/) return
  } else if (kind == "node" || kind == "host") {
    if (name !~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/) return
    if (tolower(name) ~ /(redhat|fedoraproject|microsoft|clusterlabs|openssh|rsyslog)\.(com|org)$/) return
    dot = index(name, ".")
    if (dot > 1) {
      print "domain\t" substr(name, dot + 1)
      name = substr(name, 1, dot - 1)
      if (name !~ /[A-Za-z]/) return
    }
  }
  print kind "\t" name
}
# Every value that follows a text, up to a quote or blank.
function each(kind, line, before,   at, rest) {
  while ((at = index(line, before)) > 0) {
    line = substr(line, at + length(before))
    rest = line
    sub(/["\047<>, \t].*/, "", rest)
    take(kind, rest)
  }
}
function list(kind, text,   n, i, parts) {
  n = split(text, parts, /[ ,]+/)
  for (i = 1; i <= n; i++) take(kind, parts[i])
}
${finders}
# A run of what names are made of, in pieces: no name is longer, and every search above tries each place of a run to its end.
function in_pieces(line,   n, i, run, at, cut, out) {
  n = split(line, run, /[^A-Za-z0-9_.+@-]+/)
  out = ""
  for (i = 1; i <= n; i++) {
    if (length(run[i]) <= 256) continue
    at = index(line, run[i])
    out = out substr(line, 1, at - 1)
    for (cut = 1; cut <= length(run[i]); cut += 256) out = out substr(run[i], cut, 256) " "
    line = substr(line, at + length(run[i]))
  }
  return out line
}
function look(file, line, number,   n, i, f, h) {
  if (length(line) > 256) line = in_pieces(line)
  n = split(line, f, /[ \t]+/)
  if (f[1] == "") { for (i = 1; i < n; i++) f[i] = f[i + 1]; n-- }
  if (file ~ /corosync\.conf$/ && f[1] ~ /^(name|ring[0-9]_addr):$/) take("node", f[2])
  if (f[1] == "cluster_name:") take("cluster", f[2])
  if (f[1] == "Cluster" && f[2] ~ /^[Nn]ame:$/) take("cluster", f[3])
  if (index(line, "cluster_name (str) = ")) take("cluster", f[n])
  if (line ~ /nodelist\.node\.[0-9]+\.name \(str\) = /) take("node", f[n])
  if (index(line, "name=\"cluster-name\"")) each("cluster", line, "value=\"")
  if (file ~ /\/hostname$/ && number == 1) take("node", f[1])
  if (f[1] == "Linux" && f[3] ~ /^[0-9]+\.[0-9]/) take("node", f[2])
  if (index(line, "uname=\"")) each("node", line, "uname=\"")
  if (index(line, "on_node=\"")) each("node", line, "on_node=\"")
  if (index(line, "(node=")) each("node", line, "(node=")
  if (index(line, "Current DC: ")) each("node", line, "Current DC: ")
  if (match(line, /(Online|OFFLINE|Standby|Maintenance|Started|Stopped): \[ /)) {
    h = substr(line, RSTART + RLENGTH)
    sub(/\].*/, "", h)
    list("node", h)
  }
  if (after_nodes) { list("node", line); after_nodes = 0 }
  if (line ~ /^(Corosync|Pacemaker) Nodes:/) after_nodes = 1
  if (line ~ /<(primitive|group|clone|master|bundle|template|lrm_resource) /) each("resource", line, " id=\"")
  if (line ~ /\((ocf|systemd|service|lsb|stonith):/) take("resource", f[1] == "*" ? f[2] : f[1])
  if (match(line, /(Resource Group|Clone Set|Container bundle|Master\/Slave Set|^ *(Resource|Group|Clone)): /)) {
    split(substr(line, RSTART + RLENGTH), f, /[ :]+/)
    take("resource", f[1])
  }
  if (line ~ /_(start|stop|monitor|promote|demote|notify)_[0-9]/) {
    h = line
    gsub(/(^|[^A-Za-z0-9_.-])fence_[a-z_]*_monitor_1[^0-9]/, " ", h)
    operations(h)
  }
  if (line ~ /\)\[[0-9]+\]:/) agents(line)
  h = ""
  if (line ~ /^[A-Z][a-z][a-z] +[0-9]+ [0-9][0-9]:[0-9][0-9]:[0-9.]+ [^ ]/) { split(line, f, / +/); h = f[4] ~ /^\[[0-9]+\]$/ ? f[5] : f[4] }
  else if (line ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[^ ]+ [^ ]/) { split(line, f, / +/); h = f[2] }
  if (h ~ /^[A-Za-z0-9._-]+$/ && h != "last" && h != "message") take(line ~ /(corosync|pacemaker|crmd|lrmd|stonith-ng)/ ? "node" : "host", h)
  if (file ~ /\/ps_/) {
    if (!column) { for (i = 1; i <= n; i++) if (f[i] == "USER") column = i }
    else { h = f[column]; sub(/\+$/, "", h); if (h !~ /^(haclust|systemd|system|dbus|cockpit|setroub|libstor)/) take("user", h) }
  }
  if (index(line, "/home/")) homes(line)
  if (index(line, " for ")) {
    logins(line)
    sessions(line)
  }
  if (index(line, "TTY=")) sudoers(line)
  if (index(line, " by ")) changers(line)
  if (index(line, ".")) {
    if (index(line, "@")) mailboxes(line)
    domains(line)
  }
}
BEGIN {
  users = "\n" ENVIRON["accounts"] "\n"
  gsub(/[ \n]+/, "\n", users)
}
{
  number = 0
  column = 0
  after_nodes = 0
  while ((getline line < $0) > 0) look($0, line, ++number)
  close($0)
}
`.trim()

/** Reads the map that exists and what was found, and prints `kind TAB name TAB pseudonym`. */
export const assignNames = String.raw`
function give(kind, name, is) {
  print kind "\t" name "\t" is
  given[tolower(name)] = 1
  taken[is] = 1
  count[kind]++
}
function unquoted(text) {
  sub(/^["\047]/, "", text)
  sub(/["\047]$/, "", text)
  return text
}
FILENAME ~ /known$/ {
  if ($0 ~ /^  [a-z0-9-]+:$/) { kind = $1; sub(/:$/, "", kind) }
  else if ($0 ~ /^    .*: /) {
    is = $0
    sub(/^.*: /, "", is)
    name = substr($0, 5, length($0) - 4 - length(is) - 2)
    give(kind, unquoted(name), unquoted(is))
  }
  next
}
{
  at = index($0, "\t")
  found[++n] = substr($0, at + 1)
  kinds[n] = substr($0, 1, at - 1)
  original[tolower(found[n])] = 1
}
END {
  ranks = split("node host cluster resource user domain", order, " ")
  for (r = 1; r <= ranks; r++)
    for (i = 1; i <= n; i++) {
      name = found[i]
      if (kinds[i] != order[r] || (tolower(name) in given) || (tolower(name) in taken)) continue
      number = count[order[r]] + 1
      while (((order[r] "-" number) in taken) || ((order[r] "-" number) in original)) number++
      give(order[r], name, order[r] "-" number)
    }
}
`.trim()
