/**
 * The fixed parts of the collector. Three rules hold for all of it:
 * - the main shell opens no file on a disk while it waits for something: a scanner that hangs would hold it, too.
 *   It writes through descriptors opened at the start, and everything else happens in jobs that it can leave behind;
 * - it waits with `read -t` where the shell has it (bash has; RHEL's sh is bash), so that no program need start;
 * - it never waits for a job that did not end: a task in state D cannot be killed.
 */
export const frame = `say() {
  printf '%s\\n' "avert: $*" >&2
}

fail() {
  say "$*"
  exit 1
}

# Hundredths of a second since the machine started, in $now.
clock() {
  IFS=' .' read -r up_seconds up_rest _ </proc/uptime
  now=$((up_seconds * 100 + 1$up_rest - 100))
}

# read -t is not in POSIX, hence eval: only a shell that was seen to know it gets there.
nap() {
  if [ "$read_waits" = yes ]; then
    eval "read -r -t $1 _ <&9"
  else
    sleep "$1"
  fi
}

# A folder of /proc -> $s_comm, $s_state, $s_ppid.
stat_of() {
  s_line=
  read -r s_line <"$1/stat" || return 1
  case $s_line in
    *\\(*\\)\\ *) ;;
    *) return 1 ;;
  esac
  s_comm=\${s_line#*\\(}
  s_comm=\${s_comm%\\)*}
  s_line=\${s_line##*\\) }
  s_state=\${s_line%% *}
  s_line=\${s_line#* }
  s_ppid=\${s_line%% *}
}

# Ends a job of ours and what it started.
kill_job() {
  k_all=" $1 "
  for k_round in 1 2 3 4 5; do
    for k_task in /proc/[0-9]*; do
      stat_of "$k_task" 2>/dev/null || continue
      k_pid=\${k_task#/proc/}
      case $k_all in
        *" $k_pid "*) ;;
        *" $s_ppid "*) k_all="$k_all$k_pid " ;;
      esac
    done
    [ "$k_round" = 1 ] || [ "$k_all" != "$k_before" ] || break
    k_before=$k_all
  done
  for k_signal in TERM KILL; do
    for k_pid in $k_all; do
      kill -s "$k_signal" "$k_pid" 2>/dev/null
    done
    nap 0.2
  done
}

# With the timeout program when it is there.
t() {
  if [ "$has_timeout" = yes ]; then
    timeout -k 5 "$limit" "$@"
  else
    "$@"
  fi
}

# limited SECONDS FILE FILTER COMMAND...: never takes longer; $took, and in $code how it ended.
limited() {
  l_seconds=$1 l_file=$2 l_filter=$3
  shift 3
  job=$((job + 1))
  l_mark=$work/job.$job
  clock
  l_start=$now
  (
    [ -d "\${l_file%/*}" ] || mkdir -p "\${l_file%/*}"
    if [ "$l_filter" = as_is ]; then
      "$@" >"$l_file"
      l_code=$?
    else
      { "$@" 2>&1; echo "$?" >"$l_mark.code"; } | "$l_filter" >"$l_file"
      read -r l_code <"$l_mark.code"
    fi
    : >"$l_mark.done"
    exit "$l_code"
  ) </dev/null >/dev/null 2>&1 7>&- 8>&- 9<&- &
  l_pid=$! running=$!
  l_nap=0.02
  while [ ! -e "$l_mark.done" ]; do
    clock
    [ $((now - l_start)) -lt $((l_seconds * 100)) ] || break
    [ $((now - l_start)) -lt 100 ] || l_nap=0.2
    nap "$l_nap"
  done
  clock
  took=$((now - l_start))
  if [ -e "$l_mark.done" ]; then
    wait "$l_pid"
    code=$?
  else
    kill_job "$l_pid"
    code=timed-out
  fi
  running=''
}

# A line of the manifest: how it ended, seconds, file, command.
note() {
  printf '%s\\t%s.%02d\\t%s\\t%s\\n' "$code" $((took / 100)) $((took % 100)) "$1" "$2" >&8
}

# Half a list must not be taken for a whole one; its lines stay readable for people.
set_aside() {
  mkdir -p "$root/collector/partial"
  mv "$1" "$1.partial"
  sed 's/^/partial: /' "$1.partial" >"$root/collector/partial/\${1##*/}"
  rm -f -- "$1.partial"
  printf 'timed out after %s s\\n' "$limit" >"$1"
}

# attempt SECONDS FILE FILTER COMMAND...: one piece of evidence.
attempt() {
  a_seconds=$1 a_name=$2 a_filter=$3
  shift 3
  a_shown=$*
  a_shown=\${a_shown#t }
  clock
  if [ $((now - began)) -gt $((total * 100)) ]; then
    code=skipped took=0
    note "$a_name" "$a_shown"
    return
  fi
  say "$a_shown"
  limited "$a_seconds" "$root/$a_name" "$a_filter" "$@"
  case $code in
    124 | 137 | 143) [ "$took" -lt $((limit * 100)) ] || code=timed-out ;;
  esac
  note "$a_name" "$a_shown"
  [ "$code" = timed-out ] || return 0
  say "  did not end within $limit seconds"
  printf '%s\\t%s\\n' $((took / 100)) "$a_shown" >&7
  case $a_filter in
    as_is | hide_text) ;;
    *) limited 10 "$work/aside" as_is set_aside "$root/$a_name" ;;
  esac
}

# run FILE FILTER COMMAND...: a program, when this node has it.
run() {
  if ! command -v "$3" >/dev/null 2>&1; then
    code=absent took=0
    r_name=$1
    shift 2
    note "$r_name" "$*"
    return
  fi
  r_name=$1 r_filter=$2
  shift 2
  attempt "$outer" "$r_name" "$r_filter" t "$@"
}

# stage FILE FILTER FUNCTION...: a part of this script.
stage() {
  attempt "$outer" "$@"
}

# copy FILTER FILE: a small file, to its own place.
copy() {
  if [ -e "$2" ]; then
    attempt "$outer" "\${2#/}" "$1" t cat "$2"
  fi
}

# left_out FILE WHY: what is not in the archive although it is on the node.
left_out() {
  code=left-out took=0
  note "$1" "$2"
}

# Before it stands a line of ours; when that is still there, nothing was cut. A first line that was cut, perhaps in the middle of a password, goes.
begins='avert: here it begins'
end_of() {
  tail -c "$bytes" | sed -e '1{' -e "/^$begins\\$/d" -e 's/.*/cut/' -e "w $l_mark.cut" -e d -e '}'
}

log_tail() {
  l_size=$(t wc -c <"$1")
  if [ "$l_size" -gt "$bytes" ]; then
    { t tail -c "$bytes" "$1"; } | end_of
  else
    t cat "$1"
  fi
}

# log_unpacked FILE COMMAND...
log_unpacked() {
  l_packed=$1
  shift
  { printf '%s\\n' "$begins"; t "$@" "$l_packed"; } | end_of
}

journal() {
  { printf '%s\\n' "$begins"; t journalctl --no-pager -o short-iso --since "-\${hours}h"; } | end_of
}

# take FILE FUNCTION...: the end of a log.
take() {
  k_name=$1
  shift
  stage "$k_name" hide_text "$@"
  if [ "$code" != skipped ] && [ -s "$l_mark.cut" ]; then
    left_out "$k_name" "all but its last $megabytes MB was left out (-m takes more)"
  fi
}

# The end of a log, and of the newest one that was rotated away.
log() {
  [ -e "$1" ] || return 0
  take "\${1#/}" log_tail "$1"
  g_new='' g_older='' g_count=0
  for g_file in "$1".1 "$1".1.* "$1"-[0-9]*; do
    [ ! -f "$g_file" ] || g_new=$g_file
  done
  for g_file in "$1".[0-9]* "$1"-[0-9]*; do
    if [ -f "$g_file" ] && [ "$g_file" != "$g_new" ]; then
      g_older=$g_file g_count=$((g_count + 1))
    fi
  done
  [ "$g_count" = 0 ] || left_out "\${g_older#/}" "only the newest rotated log is taken; older ones that were left out: $g_count"
  case $g_new in
    '') return 0 ;;
    *.gz) set -- gzip -dc ;;
    *.xz) set -- xzcat ;;
    *.bz2) set -- bzcat ;;
    *.zst) set -- zstdcat ;;
    *)
      take "\${g_new#/}" log_tail "$g_new"
      return 0
      ;;
  esac
  g_name=\${g_new#/}
  if command -v "$1" >/dev/null 2>&1; then
    take "\${g_name%.*}" log_unpacked "$g_new" "$@"
  else
    left_out "$g_name" "there is no $1 on the node, which would unpack it"
  fi
}
`
