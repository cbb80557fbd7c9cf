import type { KnowledgeBase } from '../kb/model.ts'
import { agentFunction } from './agents.ts'
import { commandFunctions } from './commands.ts'
import { frame } from './frame.ts'
import { needsOf } from './needs.ts'
import { proc } from './proc.ts'
import { redactFunctions } from './redact.ts'
import { filterFunctions } from './secrets.ts'

const head = (of: string): string => `#!/bin/sh
# Collects what ${of} can read, on one node of a cluster. Run it as root.
#
# It changes nothing: it writes only below a folder of its own in \${TMPDIR:-/var/tmp}, which it removes, and one archive.
# Passwords, keys and tokens are taken out before anything is written; keys and password files are never opened.
# Every command has a time limit; one that does not end is evidence and is noted in collector/timed-out.
#
# sh avert-collect.sh [-h] [-o DIR] [-m MB] [-j HOURS]
# AVERT_LIMIT: seconds for each command (30). AVERT_TOTAL: after so many seconds it begins nothing new (600).
#
# Many functions are called by their names, handed to others; shellcheck cannot see that.
# shellcheck disable=SC2317,SC2329
set -u

usage() {
  printf '%s\\n' \\
    'usage: sh avert-collect.sh [-h] [-o DIR] [-m MB] [-j HOURS]' \\
    '  -o DIR    where the archive goes (the current folder)' \\
    '  -m MB     how much of the end of each log (20)' \\
    '  -j HOURS  the journal of the last HOURS hours, too; by itself only where there is no /var/log/messages (24)' \\
    'In the environment:' \\
    '  AVERT_LIMIT  seconds for each command (30)' \\
    '  AVERT_TOTAL  after so many seconds it begins nothing new (600)'
}
`

const main = `number() {
  case $2 in
    '' | *[!0-9]* | ??????* | 0*) say "$1 takes a whole number from 1 on, not '$2'" && exit 2 ;;
  esac
}

# While not even the first programs have started: show on the terminal what the kernel tells. Slow is waited for, hung is not.
# It stands at the end of a pipe that nobody writes to. Opened both ways, that pipe never ends, and waiting for it needs no program
# and no processor, unlike looking at the clock; only a shell without read -t (dash) must look.
watch_start() {
  w_waits=no
  if (exec 6<>/proc/self/fd/0) 2>/dev/null; then
    exec 6<>/proc/self/fd/0
    (eval 'read -r -t 0.01 _ <&6') >/dev/null 2>&1
    [ $? = 2 ] || w_waits=yes
  fi
  w_until() {
    clock
    while [ "$now" -lt "$1" ]; do
      [ "$w_waits" = no ] || eval 'read -r -t 0.5 _ <&6'
      clock
    done
  }
  clock
  w_end=$((now + 1500))
  w_until "$w_end"
  # The program that would read the link of another one may never start; its name is put as our reader knows it from a terminal.
  t() {
    w_name=
    read -r w_name <"\${2%/*}/comm"
    printf '\\n# cat %s/comm\\n%s' "\${2%/*}" "$w_name"
  }
  say 'programs hardly start on this node; keep what its kernel shows, avert diagnose reads it:'
  { blocked_tasks; blocked_stacks; fanotify_holders; } >&2 2>/dev/null
  w_end=$((w_end + 4500))
  w_until "$w_end"
  say "no program could be started within a minute; more than the above cannot be had, and an empty folder may be left in $tmp"
  # What still waits to start must not make a folder later that nobody takes away.
  w_self='' w_all=$$
  read -r w_self _ </proc/self/stat
  for w_task in /proc/[0-9]*; do
    stat_of "$w_task" 2>/dev/null || continue
    [ "$s_ppid" != $$ ] || [ "\${w_task#/proc/}" = "$w_self" ] || w_all="$w_all \${w_task#/proc/}"
  done
  for w_task in $w_all; do
    kill -s KILL "$w_task"
  done
}

cleanup() {
  [ -z "$running" ] || kill_job "$running"
  [ -z "$keep" ] || return 0
  case $dir in
    "$tmp"/avert.??????) rm -rf -- "$dir" >/dev/null 2>&1 9<&- & ;;
    *) return 0 ;;
  esac
  clock
  c_end=$((now + 2000))
  while [ -d "$dir" ] && [ "$now" -lt "$c_end" ]; do
    nap 0.05
    clock
  done
}

pack() {
  set -C
  # Of this name, nobody else's file is written over, nor taken away later.
  { : >"$work/packing"; tar -C "$dir" -czf - "$host"; } >"$archive"
}

main() {
  out=. megabytes=20 hours='' keep=yes running='' job=0 code=0 took=0 has_timeout=no read_waits=no
  while getopts ':ho:m:j:' option; do
    case $option in
      h) usage && exit 0 ;;
      o) out=$OPTARG ;;
      m) megabytes=$OPTARG ;;
      j) hours=$OPTARG ;;
      *) usage >&2 && exit 2 ;;
    esac
  done
  shift $((OPTIND - 1))
  [ $# = 0 ] || { usage >&2 && exit 2; }
  limit=\${AVERT_LIMIT:-30}
  total=\${AVERT_TOTAL:-600}
  number -m "$megabytes"
  number AVERT_LIMIT "$limit"
  number AVERT_TOTAL "$total"
  [ -z "$hours" ] || number -j "$hours"
  [ -r /proc/uptime ] || fail 'there is no /proc here; this is no Linux'
  if [ ! -d "$out" ] || [ ! -w "$out" ]; then fail "$out is no folder that can be written to"; fi
  bytes=$((megabytes * 1048576))
  outer=$limit
  tmp=\${TMPDIR:-/var/tmp}
  LC_ALL=C PATH=$PATH:/usr/sbin:/usr/bin:/sbin:/bin PAGER=cat SYSTEMD_PAGER=cat
  export LC_ALL PATH PAGER SYSTEMD_PAGER
  umask 077
  unset CDPATH
  host=
  read -r host </proc/sys/kernel/hostname
  case $host in
    '' | [.-]* | *[!A-Za-z0-9.-]*) host=node ;;
  esac

  : | watch_start &
  watcher=$!
  # What hangs here must not hold our caller's stderr.
  { dir=$(mktemp -d "$tmp/avert.XXXXXX"); } 2>/dev/null || { kill "$watcher"; fail "no folder can be made in $tmp"; }
  root=$dir/$host work=$dir/work
  if ! mkdir -p "$root/collector" "$work" >/dev/null 2>&1 || ! mkfifo "$work/never" >/dev/null 2>&1; then
    kill "$watcher"
    fail "nothing can be written in $dir"
  fi
  exec 7>"$root/collector/timed-out" 8>"$root/collector/manifest" 9<>"$work/never"
  kill -s KILL "$watcher"
  wait "$watcher" 2>/dev/null
  keep=
  trap cleanup EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM

  # A shell that does not know -t ends with 2; one that does, after the time.
  (eval 'read -r -t 0.01 _ <&9') 2>/dev/null
  [ $? = 2 ] || read_waits=yes
  clock
  began=$now
  if command -v timeout >/dev/null 2>&1; then
    limited 10 "$work/try" as_is timeout -k 1 5 true
    # It first asks a command to end, then kills it; only one in state D needs us to leave it.
    [ "$code" != 0 ] || { has_timeout=yes; outer=$((limit + 8)); }
  fi
  # The cluster comes first.
  if command -v renice >/dev/null 2>&1; then limited 5 "$work/try" as_is renice -n 10 -p $$; fi
  if command -v ionice >/dev/null 2>&1; then limited 5 "$work/try" as_is ionice -c 2 -n 7 -p $$; fi
  limited 10 "$work/stamp" as_is date +%Y%m%d-%H%M%S
  stamp=
  [ "$code" != 0 ] || read -r stamp <"$work/stamp"
  archive=$out/avert-$host-\${stamp:-$now}.tar.gz
  uid=
  while read -r key uid _; do
    [ "$key" != Uid: ] || break
  done </proc/self/status
  [ "$uid" = 0 ] || say 'not run as root: much will be missing'
  printf '# %s\\n# ended with, seconds, file, command; user id %s\\n' "$made_by" "$uid" >&8

  collect_short
  collect_agents
  collect_long

  exec 7>&- 8>&-
  say 'packing'
  limited $((limit + 120)) "$work/packed" as_is pack
  case $code in
    # 1: a file grew meanwhile, because a command that had to be left still wrote.
    0 | 1) ;;
    *) keep=yes ;;
  esac
  if [ -n "$keep" ] || [ ! -s "$archive" ]; then
    keep=yes
    # What is half written or empty must not be taken for the result; everything is still in the folder.
    if [ -f "$archive" ] && [ ! -L "$archive" ] && { [ -e "$work/packing" ] || [ ! -s "$archive" ]; }; then limited 10 "$work/try" as_is rm -f -- "$archive"; fi
    fail "no archive could be written; what was collected is in $root"
  fi
  say "done in $(((now - began) / 100)) s; give the archives of all nodes to avert in one call"
  printf '%s\\n' "$archive"
  exit 0
}

# Nothing runs before all of it was read.
main "$@"
`

/** What the main part does last; names are hidden just before. */
const packing = "  say 'packing'\n"

/** The text of the collector, a POSIX shell script for the nodes. The same base gives the same bytes. `redact`: it puts pseudonyms in the place of names. */
export function collectorScript(kb: KnowledgeBase, version: string, { redact = false }: { redact?: boolean } = {}): string {
  const of = `avert ${version} (base ${kb.kb.id} ${kb.kb.version})`
  return [
    head(of),
    `made_by='${of.replaceAll("'", '')}'\n`,
    frame,
    filterFunctions(),
    proc,
    commandFunctions(needsOf(kb)),
    agentFunction(kb),
    ...(redact ? [redactFunctions()] : []),
    redact ? main.replace(packing, `  hide_names\n${packing}`) : main,
  ].join('\n')
}
